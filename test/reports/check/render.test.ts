import { Ajv2020 } from "ajv/dist/2020";
import { beforeAll, describe, expect, it } from "vitest";
import type { Log } from "sarif";
import { convert } from "xmlbuilder2";
import type { VaultCheck } from "../../../operations/check/vault-check";
import { renderCheckChunks, type CheckFormat } from "../../../reports/check/render";
import { vaultCheckJsonSchema } from "../../../reports/check/schema";
import { expectValidSarif } from "../sarif-schema";
import { troubledCheck } from "./check-of";

let check: VaultCheck;
beforeAll(async () => {
  check = await troubledCheck();
});
const render = (format: CheckFormat): string => [...renderCheckChunks(check, format)].join("");

describe("reports of a check", () => {
  it("JSON is the document, by its published schema", () => {
    const document = JSON.parse(render("json")) as unknown;
    expect(document).toEqual(JSON.parse(JSON.stringify(check)));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(vaultCheckJsonSchema());
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it("the table says what is wrong, with what to do, and the totals last", () => {
    const text = render("table");
    expect(text).toContain("error ASR-L01 replication-health: web");
    expect(text).toContain("153007 High data change rate");
    expect(text).toContain("The last drill that ended well was 120 days ago");
    expect(text).toContain("changed-by-service machine db targetSize: Standard_D2s_v5 -> Standard_D2s_v3");
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^Vault dr: not-ready\. 4 machines: /);
  });

  it("SARIF is valid, with a rule for every result and waivers as suppressions", () => {
    const log = JSON.parse(render("sarif")) as Log;
    expectValidSarif(log);
    const run = log.runs[0];
    const rules = new Set(run?.tool.driver.rules?.map(({ id }) => id));
    expect(run?.results?.length).toBeGreaterThan(3);
    for (const { ruleId } of run?.results ?? []) expect(rules).toContain(ruleId);
    expect(run?.results?.filter(({ suppressions }) => suppressions !== undefined)).toMatchObject([
      { ruleId: "ASR-L02" },
    ]);
    const prints = run?.results?.map(({ partialFingerprints }) => partialFingerprints?.["finding/v1"]);
    expect(new Set(prints).size).toBe(prints?.length);
  });

  it("JUnit fails what is not ready", () => {
    const { testsuites } = convert(render("junit"), { format: "object" }) as unknown as {
      testsuites: Record<string, string>;
    };
    const failed = check.machines.filter(({ verdict }) => verdict === "not-ready").length;
    const plans = check.recoveryPlans.filter(({ verdict }) => verdict === "not-ready").length;
    expect(failed).toBe(1);
    expect(testsuites).toMatchObject({ "@tests": "6", "@failures": String(failed + plans) });
  });

  it("CSV keeps formulas text", () => {
    expect(render("csv")).toContain(`"'=1+1"`);
  });

  it("Markdown and HTML escape names", () => {
    expect(render("markdown")).not.toContain("<img");
    const page = render("html");
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img");
    expect(page).toContain("Would it fail over now? Not all of it.");
  });
});
