import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editions } from "../../limits/editions";
import { loadMatrix } from "../../limits/matrix/load";
import type { Limit } from "../../limits/matrix/schema";
import { allRules } from "../../limits/rules/registry.gen";
import { moments } from "../../limits/rules/rule";
import { experiences, hasExperience, intents } from "../../limits/scenarios";

const root = join(__dirname, "../..");
const stems = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

/** Files beside rules, tests and pages that are none. */
const beside = new Set(["rule", "registry.gen", "index"]);
const ruleFiles = stems("limits/rules", ".ts").filter((stem) => !beside.has(stem));
const limits = loadMatrix();
const checked = new Set(allRules.flatMap((rule) => rule.limits));

describe("a rule's name is one stem everywhere", () => {
  it("rules", () => {
    expect(allRules.map((rule) => rule.name)).toEqual(ruleFiles);
  });
  it("tests", () => {
    expect(stems("test/limits/rules", ".test.ts").filter((stem) => !beside.has(stem))).toEqual(ruleFiles);
  });
  it("pages", () => {
    expect(stems("docs/rules", ".md").filter((stem) => !beside.has(stem))).toEqual(ruleFiles);
  });
});

describe("rules", () => {
  it("have references of their own", () => {
    const refs = allRules.map((rule) => rule.ref);
    expect(refs.filter((ref) => !/^ASR-\d{4}$/.test(ref))).toEqual([]);
    expect(refs.filter((ref, index) => refs.indexOf(ref) !== index)).toEqual([]);
  });

  it("check limits that some edition has", () => {
    const known = new Set(limits.map((limit) => limit.id));
    const unknown = allRules.flatMap((rule) =>
      rule.limits.filter((id) => !known.has(id)).map((id) => `${rule.name}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it("see their subject at some moment", () => {
    expect(allRules.filter((rule) => rule.moments.length === 0).map((rule) => rule.name)).toEqual([]);
    expect(new Set(allRules.flatMap((rule) => rule.moments))).toEqual(new Set(moments));
  });

  it("say what holds, why, and what to do, in sentences", () => {
    for (const { name, title, rationale, remedy } of allRules) {
      expect(title, name).toMatch(/^\S[^\n]*[^.\s]$/);
      expect(rationale, name).toMatch(/^\S[^\n]*\.$/);
      expect(remedy, name).toMatch(/^\S[^\n]*\.$/);
    }
  });

  it("hold their test cases in their own test", () => {
    const silent = ruleFiles.filter((stem) => {
      const file = join(root, `test/limits/rules/${stem}.test.ts`);
      return !existsSync(file) || !readFileSync(file, "utf8").includes(stem);
    });
    expect(silent).toEqual([]);
  });
});

describe("limits", () => {
  it("are checked by a rule or say why nothing can, and never both", () => {
    const name = (limit: Limit): string => `${limit.edition} ${limit.id} (${limit.scenarios.join(", ")})`;
    const isBlank = (limit: Limit): boolean => !checked.has(limit.id) && limit.reason === undefined;
    const isBoth = (limit: Limit): boolean => checked.has(limit.id) && limit.reason !== undefined;
    expect(limits.filter(isBlank).map(name)).toEqual([]);
    expect(limits.filter(isBoth).map(name)).toEqual([]);
  });

  it("are found by one key alone: edition, id, scenario, experience, intent", () => {
    const keys = limits.flatMap((limit) =>
      limit.scenarios.flatMap((scenario) =>
        (limit.experiences ?? experiences).flatMap((experience) =>
          (limit.intents ?? intents).map((intent) =>
            [limit.edition, limit.id, scenario, experience, intent, limit.effectiveFrom ?? ""].join(" "),
          ),
        ),
      ),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("without a row of a document say why in a note", () => {
    const silent = limits.filter((limit) => limit.ledger.length === 0 && limit.note === undefined);
    expect(silent.map((limit) => `${limit.edition} ${limit.id}`)).toEqual([]);
  });

  it("of the documents before the appliance hold for the classic experience alone", () => {
    const unmarked = limits.filter(
      (limit) =>
        limit.edition !== "current" &&
        limit.scenarios.some(hasExperience) &&
        limit.experiences?.join() !== "classic",
    );
    expect(unmarked.map((limit) => `${limit.edition} ${limit.id}`)).toEqual([]);
  });

  it("are there in every edition, with a dated source", () => {
    expect(new Set(limits.map((limit) => limit.edition))).toEqual(new Set(editions));
    expect(limits.filter((limit) => !/^\d{4}-\d{2}-\d{2}$/.test(limit.source.date))).toEqual([]);
  });
});
