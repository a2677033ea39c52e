import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderCheckChunks } from "../../../reports/check/render";
import { pageProblems } from "../page-problems";
import { troubledCheck } from "./check-of";

const browserPath = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
const contrastOfText = readFileSync(join(__dirname, "..", "assessment", "contrast-of-text.js"), "utf8");
/** Where screenshots go, for a look at them in CI. */
const screenshots = process.env["ASR_SCREENSHOTS"];

describe.skipIf(browserPath === undefined)("the page of a check in a browser", () => {
  let folder: string;
  let browser: Browser;
  let page: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "asr-check-page-"));
    page = join(folder, "check.html");
    writeFileSync(page, [...renderCheckChunks(await troubledCheck(), "html")].join(""));
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
    "is drawn without complaint in %s, every text readable",
    async (colorScheme) => {
      const tab = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 900 } });
      const complaints: string[] = [];
      tab.on("console", (message) => complaints.push(message.text()));
      tab.on("pageerror", (error) => complaints.push(String(error)));
      tab.on("requestfailed", (request) => complaints.push(request.url()));
      await tab.goto(pathToFileURL(page).href);
      if (screenshots !== undefined) {
        mkdirSync(screenshots, { recursive: true });
        await tab.screenshot({ path: join(screenshots, `check-${colorScheme}.png`), fullPage: true });
      }
      expect(complaints).toEqual([]);
      expect(await tab.locator("#items tbody tr").count()).toBe(4);
      expect(await tab.locator("#summary h2").textContent()).toContain("Not all of it.");
      const contrast = await tab.evaluate<{ text: string; ratio: number }[]>(contrastOfText);
      expect(contrast.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      expect(contrast.length).toBeGreaterThan(10);
      await tab.close();
    },
  );

  it("names every control, has no id twice and one level of headings after the other", async () => {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    const problems = await tab.evaluate<string[]>(pageProblems);
    expect(problems).toEqual([]);
    await tab.close();
  });

  it("filters, sorts and pages 10,000 machines at once", async () => {
    const check = await troubledCheck();
    const [model] = check.machines.filter(({ name }) => name === "db");
    if (model === undefined) throw new Error("The check has no machine db.");
    const more = Array.from({ length: 10_000 - check.machines.length }, (_, index) => ({
      ...model,
      name: `vm${index}`,
    }));
    const large = join(folder, "large.html");
    const whole = { ...check, machines: [...check.machines, ...more] };
    writeFileSync(large, [...renderCheckChunks(whole, "html")].join(""));
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(pathToFileURL(large).href);
    const rows = tab.locator("#items tbody tr");
    const count = tab.locator("#machine-count");
    expect(await count.textContent()).toBe("10000 of 10000 machines");
    expect(await rows.count()).toBe(100);
    await tab.locator('#pager [data-step="last"]').click();
    expect(await tab.locator("#page-number").textContent()).toBe("Page 100 of 100");

    await tab.locator('#items th button:text-is("Machine")').click();
    expect(await tab.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
    await tab.locator('#items th button:text-is("Machine")').click();
    expect(await rows.first().locator("td").first().textContent()).toBe("web");

    await tab.locator("#filter input").fill("vm999");
    // vm999 and vm9990 to vm9995: four machines have other names.
    expect(await count.textContent()).toBe("7 of 10000 machines");
    await tab.locator("#filter input").fill("");
    await tab.locator('#filter select[name="verdict"]').selectOption("not-ready");
    const notReady = check.machines.filter(({ verdict }) => verdict === "not-ready").length;
    expect(await rows.count()).toBe(notReady);
    await tab.locator('#filter button[type="reset"]').click();
    await tab.locator('#filter select[name="rule"]').selectOption("ASR-L01");
    expect(await rows.locator("td:first-child").allTextContents()).toEqual(["web"]);
    expect(complaints).toEqual([]);
    await tab.close();
  });
});
