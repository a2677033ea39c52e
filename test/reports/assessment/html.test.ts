import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, findingOf, fourMachines, hostileNames, machineOf, manyMachines } from "./estate-of";

const partOf = (page: string, start: string, end: string): string => {
  const from = page.indexOf(start) + start.length;
  return page.slice(from, page.indexOf(end, from));
};

describe("the HTML report", () => {
  const page = renderAssessment(assessmentOf(fourMachines), "html", { sources: ["a.xlsx"] });

  it("loads nothing from anywhere", () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed)\b|src=|@import|url\(/);
    expect(page).toContain("default-src &#39;none&#39;");
  });

  it("lets run only what its digests name", () => {
    for (const [start, end] of [
      ["<style>", "</style>"],
      ["</script>\n<script>", "</script>"],
    ] as const) {
      const digest = createHash("sha256")
        .update(partOf(page, start, end))
        .digest("base64");
      expect(page).toContain(`sha256-${digest}`);
    }
    expect(page.match(/<script\b/g)).toHaveLength(2);
  });

  it("says edition, date, remedy, limit and source without any script", () => {
    const visible = page.slice(0, page.indexOf('<script type="application/json"'));
    for (const words of [
      "2019-05",
      "2026-01-31",
      "Shrink the operating-system disk",
      "2048 GiB",
      "Azure VM requirements",
      "os.version",
    ]) {
      expect(visible).toContain(words);
    }
  });

  it("escapes hostile names in every place", () => {
    const machines = hostileNames.map((name) =>
      machineOf({
        name,
        id: name,
        verdict: "not-ready",
        findings: [findingOf({ subject: name, observed: name, message: name, remedy: name })],
      }),
    );
    const hostile = renderAssessment(assessmentOf(machines), "html", {
      sources: hostileNames,
      notes: hostileNames,
    });
    expect(hostile.match(/<script\b/g)).toHaveLength(2);
    expect(hostile).not.toMatch(/<img|<svg (?!class=)|<!--/);
    expect(hostile).not.toContain("\u202E");
    const data = partOf(hostile, 'id="assessment-data">', "</script>");
    expect(data).not.toContain("<");
    const names = (JSON.parse(data) as { machines: [string][] }).machines.map(([name]) => name);
    expect(names).toEqual(hostileNames.map((name) => name.replace(/[\p{Cc}\u202E]/gu, "\uFFFD")));
  });

  it("stores what repeats once", () => {
    const size = (count: number): number =>
      renderAssessment(assessmentOf(manyMachines(count)), "html").length;
    const [small, large] = [size(1000), size(2000)];
    expect((large - small) / 1000).toBeLessThan(200);
  });

  it("shows a comparison and waivers that do nothing", () => {
    const { summary } = assessmentOf(fourMachines);
    const waiver = {
      rule: "vm-name",
      subject: "a_b",
      reason: "<b>soon</b>",
      owner: "ops",
      expires: "2025-12-31",
    };
    const text = renderAssessment(
      assessmentOf(fourMachines, {
        waivers: { expired: [waiver], unused: [] },
        comparison: {
          editions: ["2016-12", "2019-05"],
          summaries: [summary, summary],
          changed: [
            {
              name: "db01",
              verdicts: ["ready", "not-ready"],
              onlyFirst: [],
              onlySecond: ["os-disk-max-size"],
            },
          ],
        },
      }),
      "html",
    );
    expect(text).toContain("Machines judged differently (1)");
    expect(text).toContain("&lt;b&gt;soon&lt;/b&gt;");
    expect(text).toContain("has expired");
  });
});
