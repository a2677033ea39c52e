import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { drillEvidenceSchema, type DrillEvidence } from "../../../operations/drill";
import { renderDrillChunks } from "../../../reports/drill/render";
import { drillJsonSchema } from "../../../reports/drill/schema";
import { durationText, trendText } from "../../../reports/drill/duration-text";
import { evidence, hostile } from "./evidence-of";

const rendered = (document: DrillEvidence, format: Parameters<typeof renderDrillChunks>[1]) =>
  [...renderDrillChunks(document, format)].join("");

describe("the report of a drill", () => {
  it("is JSON by the schema that is published", () => {
    const validate = new Ajv2020({ strict: false, formats: { "date-time": true, uuid: true } }).compile(
      drillJsonSchema(),
    );
    expect(validate(JSON.parse(rendered(evidence(), "json")))).toBe(true);
    expect(validate({ ...evidence(), outcome: "splendid" })).toBe(false);
    expect(drillEvidenceSchema.parse(evidence())).toEqual(evidence());
  });

  it("draws a bar a step, at its place, and the target", () => {
    const page = rendered(evidence(), "html").replaceAll(/\s+/g, " ");
    const bars = [
      ...page.matchAll(
        /<rect class="(ready|not-ready|unknown|neutral)" x="([\d.]+)" y="1" width="([\d.]+)"/g,
      ),
    ];
    // 0 to 300 s, 300 to 360 s and 400 to 500 s, of 500 s.
    expect(bars.map(([, tone, x, width]) => [tone, Number(x), Number(width)])).toEqual([
      ["ready", 0, 600],
      ["unknown", 600, 120],
      ["neutral", 800, 200],
    ]);
    expect(page).toMatch(/<line class="target" x1="480" x2="480"/);
  });

  it("is red where the drill failed, in every format", () => {
    const failed = evidence({ outcome: "failed", reasons: ["web1: the probe failed."] });
    expect(rendered(failed, "html")).toContain('class="tile not-ready"');
    expect(rendered(failed, "html")).toContain("web1: the probe failed.");
    expect(rendered(failed, "markdown")).toContain("- web1: the probe failed.");
    expect(rendered(failed, "table")).toContain("Why it did not pass\n  web1: the probe failed.");
    expect(rendered(failed, "junit")).toMatch(/<testcase name="recovery plan"[^>]*>\s*<failure/);
    expect(rendered(evidence(), "junit")).not.toContain("<failure");
  });

  it("writes names as text, whatever they contain", () => {
    for (const format of ["html", "markdown", "junit"] as const) {
      const text = rendered(evidence({}, hostile), format);
      expect(text).not.toContain("<script>");
      expect(text).not.toContain("\u202E");
    }
  });

  it("loads nothing", () => {
    const page = rendered(evidence(), "html");
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/(?:src|href)=/);
  });
});

describe("durations", () => {
  it.each([
    [null, "unknown"],
    [0, "0 s"],
    [59.6, "1 min"],
    [185, "3 min 5 s"],
    [3725, "1 h 2 min"],
  ])("%s is %s", (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it("have a trend", () => {
    expect([trendText(-60), trendText(5), trendText(0), trendText(null)]).toEqual([
      "-1 min",
      "+5 s",
      "unchanged",
      "",
    ]);
  });
});
