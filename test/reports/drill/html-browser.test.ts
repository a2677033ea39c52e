import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderDrillChunks } from "../../../reports/drill/render";
import { pageProblems } from "../page-problems";
import { evidence } from "./evidence-of";

const browserPath = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
const contrastOfText = readFileSync(join(__dirname, "..", "assessment", "contrast-of-text.js"), "utf8");
/** Where screenshots go, for a look at them in CI. */
const screenshots = process.env["ASR_SCREENSHOTS"];

describe.skipIf(browserPath === undefined)("the page of a drill in a browser", () => {
  let folder: string;
  let browser: Browser;
  let page: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "asr-drill-page-"));
    page = join(folder, "drill.html");
    const failed = evidence({ outcome: "failed", reasons: ["web1: the RTO of 360 s misses the target."] });
    writeFileSync(page, [...renderDrillChunks(failed, "html")].join(""));
    browser = await chromium.launch({
      executablePath: browserPath ?? "",
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["light", "dark"] as const)(
    "is drawn without complaint in %s, every text readable and every part named",
    async (colorScheme) => {
      const tab = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 900 } });
      const complaints: string[] = [];
      tab.on("console", (message) => complaints.push(message.text()));
      tab.on("pageerror", (error) => complaints.push(String(error)));
      tab.on("requestfailed", (request) => complaints.push(request.url()));
      await tab.goto(pathToFileURL(page).href);
      if (screenshots !== undefined) {
        mkdirSync(screenshots, { recursive: true });
        await tab.screenshot({ path: join(screenshots, `drill-${colorScheme}.png`), fullPage: true });
      }
      expect(complaints).toEqual([]);
      const contrast = await tab.evaluate<{ text: string; ratio: number }[]>(contrastOfText);
      expect(contrast.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      expect(contrast.length).toBeGreaterThan(10);
      expect(await tab.evaluate<string[]>(pageProblems)).toEqual([]);
      expect(await tab.locator("#machines tbody tr").first().textContent()).toContain("seen after");
      await tab.close();
    },
  );
});
