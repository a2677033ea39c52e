import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, findingOf, fourMachines, hostileNames, machineOf, manyMachines } from "./estate-of";

const browserPath = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
const noBrowser = "no Chromium on this machine (CHROMIUM_PATH names one)";

const contrastOfText = readFileSync(join(__dirname, "contrast-of-text.js"), "utf8");

/** Where screenshots go, for a look at them in CI. */
const screenshots = process.env["ASR_SCREENSHOTS"];

describe.skipIf(browserPath === undefined)(
  `the HTML report in a browser${browserPath === undefined ? ` (skipped: ${noBrowser})` : ""}`,
  () => {
    let folder: string;
    let browser: Browser;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "asr-report-"));
      browser = await chromium.launch({
        executablePath: browserPath ?? "",
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
        ],
      });
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Opens a report; anything that the page logs, throws or asks of the network fails the test. */
    async function open(
      name: string,
      html: string,
      address = "",
      options: Parameters<Browser["newPage"]>[0] = {},
    ) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, html);
      const page = await browser.newPage(options);
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) complaints.push(request.url());
      });
      page.on("dialog", (dialog) => {
        complaints.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(pathToFileURL(file).href + address);
      return { page, complaints };
    }

    const names = (page: Page): Promise<string[]> =>
      page.locator("#machine-table tbody th a").allTextContents();
    const count = (page: Page): Promise<string | null> => page.locator("#machine-count").textContent();
    const smallReport = (): string => renderAssessment(assessmentOf(fourMachines), "html");

    it("lists the worst first and sorts by a click or a key", async () => {
      const { page, complaints } = await open("sort", smallReport());
      expect(await names(page)).toEqual(["db01", "lost", "a_b", "web01"]);
      await page.getByRole("button", { name: "Machine" }).click();
      expect(await names(page)).toEqual(["a_b", "db01", "lost", "web01"]);
      expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
      await page.keyboard.press("Enter");
      expect(await names(page)).toEqual(["web01", "lost", "db01", "a_b"]);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("filters by words, verdict and finding, and keeps the filter in the address", async () => {
      const { page, complaints } = await open("filter", smallReport());
      await page.getByLabel("Name or id").fill("vm-15");
      await expect.poll(() => names(page)).toEqual(["web01"]);
      await page.getByLabel("Name or id").fill("");
      await page.getByLabel("Verdict").selectOption("unknown");
      await expect.poll(() => names(page)).toEqual(["lost"]);
      expect(page.url()).toContain("#machines?verdict=unknown");
      await page.getByRole("button", { name: "Clear" }).click();
      await expect.poll(() => count(page)).toBe("4 machines");
      await page.locator("select[name=rule]").selectOption("ASR-0002");
      await expect.poll(() => names(page)).toEqual(["db01", "a_b"]);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("follows a tile to its machines, a machine to its page, and back to the same row", async () => {
      const { page, complaints } = await open("walk", smallReport());
      await page.locator(".tile.unknown").click();
      await expect.poll(() => names(page)).toEqual(["lost"]);
      await page.getByRole("link", { name: "lost" }).click();
      expect(await page.locator("#machine-heading").textContent()).toBe("lost");
      expect(await page.evaluate("document.activeElement.id")).toBe("machine-heading");
      expect(await page.locator("#machine").textContent()).toContain("os.version");
      expect(await page.locator("#summary").isVisible()).toBe(false);
      await page.getByRole("link", { name: "All machines" }).click();
      await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("lost");
      expect(await count(page)).toBe("1 of 4 machines");
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("shows a machine's findings with observed value, limit and source", async () => {
      const { page } = await open("machine", smallReport(), "#machine=0");
      const text = await page.locator("#machine").innerText();
      for (const words of ["2049 GiB", "2048 GiB", "Azure VM requirements", "edition 2019-05", "ASR-0001"]) {
        expect(text).toContain(words);
      }
      await page.close();
    });

    it("shows what the inventory says of a machine, and where it lists it", async () => {
      const machine = machineOf({
        name: "web01",
        origin: { file: "vcenter.xlsx", sheet: "vInfo", row: 7 },
      });
      const report = renderAssessment(assessmentOf([machine]), "html", {
        machines: [
          {
            name: "web01",
            os: { name: "Windows Server", version: "2019" },
            memoryMiB: 4096,
            disks: [{ name: "Hard disk 1", sizeGiB: 39.996, os: true }, {}],
            azureMigrate: { readiness: "conditional", issues: ["<b>Guest OS unknown"] },
          },
        ],
      });
      const { page, complaints } = await open("described", report, "#machine=0");
      const text = await page.locator("#machine").innerText();
      for (const words of [
        "Windows Server 2019",
        "4096 MiB",
        "Hard disk 1: 40 GiB (operating system); disk 2: size not known",
        "Conditional: <b>Guest OS unknown",
        "vcenter.xlsx, sheet vInfo, row 7",
      ]) {
        expect(text).toContain(words);
      }
      expect(text).not.toContain("Adapters");
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("stays quick at 20,000 machines", async () => {
      const { page, complaints } = await open(
        "large",
        renderAssessment(assessmentOf(manyMachines(20_000)), "html"),
      );
      expect(await count(page)).toBe("20000 machines");
      expect(await page.locator("#machine-table tbody tr").count()).toBe(100);
      const elapsed = await page.evaluate<number>(`(() => {
        const start = performance.now();
        document.querySelector('th[data-column="name"] button').click();
        return performance.now() - start;
      })()`);
      expect((await names(page))[0]).toBe("srv-00000");
      // Generous, for a busy machine: a person feels half a second.
      expect(elapsed).toBeLessThan(2000);
      await page.getByRole("button", { name: "Last", exact: true }).click();
      expect(await page.locator("#page-number").textContent()).toBe("Page 200 of 200");
      expect((await names(page)).at(-1)).toBe("srv-19999");
      expect(complaints).toEqual([]);
      await page.close();
    });

    it("runs nothing that a hostile inventory says", async () => {
      const machines = hostileNames.map((name) =>
        machineOf({
          name,
          id: name,
          verdict: "not-ready",
          findings: [findingOf({ subject: name, observed: name, message: name, remedy: name })],
        }),
      );
      const report = renderAssessment(assessmentOf(machines), "html", {
        sources: hostileNames,
        notes: hostileNames,
      });
      const { page, complaints } = await open("hostile", report);
      for (const index of hostileNames.keys()) {
        await page.goto(`${page.url().split("#")[0] ?? ""}#machine=${index}`);
        expect(await page.locator("#machine-heading").textContent()).not.toBe("");
      }
      expect(await page.evaluate("'broken' in window")).toBe(false);
      expect(await page.locator("main img, main svg[onload], main a[href^='javascript:']").count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it.each([
      ["light", 1280],
      ["dark", 1280],
      ["light", 390],
      ["dark", 390],
    ] as const)("fits a %s screen of %i pixels, in words that can be read", async (colorScheme, width) => {
      const report = renderAssessment(assessmentOf([...fourMachines, ...manyMachines(40)]), "html");
      const { page, complaints } = await open(`screen-${colorScheme}-${width}`, report, "", {
        colorScheme,
        viewport: { width, height: 900 },
      });
      const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(overflow).toBe(0);
      const contrast = await page.evaluate<{ text: string; ratio: number }[]>(contrastOfText);
      expect(contrast.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      expect(contrast.length).toBeGreaterThan(10);
      if (screenshots !== undefined) {
        mkdirSync(screenshots, { recursive: true });
        await page.screenshot({
          path: join(screenshots, `report-${colorScheme}-${width}.png`),
          fullPage: true,
        });
      } else expect(complaints).toEqual([]);
      await page.close();
    });

    it("prints the rows that the filter shows, beyond one page", async () => {
      const { page } = await open("print", renderAssessment(assessmentOf(manyMachines(400)), "html"));
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator("#machine-table tbody tr").count()).toBe(400);
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      expect(await page.locator("#machine-table tbody tr").count()).toBe(100);
      await page.close();
    });
  },
);
