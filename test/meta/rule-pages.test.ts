import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMatrix } from "../../limits/matrix/load";
import { allRules } from "../../limits/rules/registry.gen";
import { moments } from "../../limits/rules/rule";
import { scenarios } from "../../limits/scenarios";
import { renderIndex, renderPage } from "../../tools/generate/rule-pages.mjs";
import { saying } from "../limits/rules/judging";
import { pageOf, samplesOf } from "../limits/rules/samples";

/** Rules that have nothing to say about what is good: their whole scope is bad. */
const goodIsElsewhere = new Set(["classic-experience-retired"]);

describe.each(allRules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  it("has sections of prose", () => {
    const headings = [...pageOf(name).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(["Why", "What to do", "Good", "Bad", "Limits"]);
  });

  it("finds what is shown as bad", () => {
    const samples = samplesOf(rule, "bad");
    expect(samples.length).toBeGreaterThan(0);
    for (const { scope, facts } of samples) {
      expect(saying(name, rule.subject, facts, scope).findings.length).toBeGreaterThan(0);
    }
  });

  it("keeps quiet about what is shown as good", () => {
    const samples = samplesOf(rule, "good");
    expect(samples.length).toBeGreaterThan(0);
    for (const { scope, facts } of samples) {
      const said = saying(name, rule.subject, facts, scope);
      expect(said.findings).toEqual([]);
      expect(said.missing).toEqual([]);
      if (!goodIsElsewhere.has(name)) expect(said.applies).toBe(true);
    }
  });
});

describe("generated parts", () => {
  const limits = loadMatrix();
  let style = {};
  beforeAll(async () => {
    style = (await resolveConfig(join(__dirname, "../../docs/rules/index.md"))) ?? {};
  });
  const formatted = (text: string): Promise<string> => format(text, { ...style, parser: "markdown" });

  it("of the pages are what `npm run docs` writes", async () => {
    for (const rule of allRules) {
      const page = pageOf(rule.name);
      expect(page, rule.name).toBe(await formatted(renderPage(rule, limits, page)));
    }
  });

  it("of the index are what `npm run docs` writes", async () => {
    expect(pageOf("index")).toBe(await formatted(renderIndex(allRules, limits, scenarios, moments)));
  });
});
