import { describe, expect, it } from "vitest";
import { renderPlanChunks } from "../../../reports/plan/render";
import { estate, machine, planOf } from "../../estate/planning/estates";

const page = (...names: readonly string[]): string =>
  [
    ...renderPlanChunks(
      planOf(
        estate([
          ...names.map((name) => machine(name, { churn: { averageMBps: 1, peakMBps: 5 } })),
          machine("vague", { os: undefined }),
        ]),
        { bandwidthMbps: 100 },
      ),
      "html",
      { sources: ["<b>.xlsx"] },
    ),
  ].join("");

describe("the plan as HTML", () => {
  it("has machines, figures with formula and source, batches and what was left out", () => {
    const text = page("web01", "db01").replace(/\s+/g, " ");
    expect(text).toContain("web01");
    expect(text).toMatch(/sum of the machines&#39; peaks, growth included/);
    expect(text).toContain("Azure Site Recovery Deployment Planner (-GrowthFactor)");
    expect(text).toMatch(/Landing zone 1: 2 machines, 2 disks/);
    expect(text).toMatch(/vague<\/th> <td><span class="badge unknown">/);
  });

  it("writes names as text, whatever they contain", () => {
    const text = page('<script>alert(1)</script>"\u202E');
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("\u202E");
    expect(text).not.toContain("<b>.xlsx");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("loads nothing and links only within itself", () => {
    const text = page("a");
    expect(text).toContain("default-src &#39;none&#39;");
    expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].every(([, target]) => target?.startsWith("#"))).toBe(
      true,
    );
    const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });
});
