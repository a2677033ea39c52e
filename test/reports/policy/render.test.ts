import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { allRules } from "../../../limits/rules/registry.gen";
import { renderPolicyReport } from "../../../reports/policy/render";
import { expectValidSarif } from "../sarif-schema";
import type { PolicyViolation } from "../../../reports/policy/engine-events";
import { advisory, otherPack, pack, runEvents, tallyOf, undecided, violationOf } from "./events-of";

const options = { location: "infra/Pulumi.yaml" };
const all = tallyOf(runEvents([advisory, undecided, otherPack, violationOf()]));

describe("the Markdown report of policies", () => {
  it("has the worst first and says what could not be decided", () => {
    const text = renderPolicyReport(all, "markdown", options);
    expect(text).toContain("| policies that answered | Mandatory | Advisory | Could not decide |");
    expect(text).toContain("| 5 | 2 | 1 | 1 |");
    const places = ["## Mandatory", "## Advisory", "## Could not decide"].map((heading) =>
      text.indexOf(heading),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain("azure-native:storage:StorageAccount cache-account");
  });

  it("takes no markup from resources", () => {
    const hostile = violationOf({
      message: "<img src=x> | @everyone",
      resourceUrn: "urn:pulumi:a::b::t:t:T::<script>",
    });
    const text = renderPolicyReport(tallyOf(runEvents([hostile])), "markdown", options);
    expect(text).not.toMatch(/<(?!br>)/);
    expect(text).not.toContain("@everyone");
  });

  it("says when there is no violation, and when the run failed", () => {
    expect(renderPolicyReport(tallyOf(runEvents([])), "markdown", options)).toContain("No violation.");
    const failed = tallyOf([
      { diagnosticEvent: { severity: "error", message: "the program threw" } },
      ...runEvents([], { result: "failed" }),
    ]);
    expect(renderPolicyReport(failed, "markdown", options)).toContain("The run itself did not succeed");
  });
});

describe("an analysis of existing state, whose events name violations only", () => {
  // As `pulumi policy analyze --json` of engine 3.250 writes them: no prelude, no steps, no summaries of policies.
  const analysis = (violations: readonly PolicyViolation[], result: string) =>
    tallyOf([
      ...violations.map((policyEvent) => ({ policyEvent })),
      { summaryEvent: { isPreview: false, result, PolicyPacks: { [pack]: "0.1.0" } } },
    ]);

  it("says what it found, and no count that nobody told it", () => {
    const text = renderPolicyReport(analysis([advisory, violationOf()], "failed"), "markdown", options);
    expect(text).toContain(
      "| Mandatory | Advisory | Could not decide |\n| ---: | ---: | ---: |\n| 1 | 1 | 0 |",
    );
    expect(text).not.toContain("answered");
    expect(text).not.toContain("did not succeed");
  });

  it("says that a run broke that found nothing which could have stopped it", () => {
    for (const violations of [[], [advisory]]) {
      const text = renderPolicyReport(analysis(violations, "failed"), "markdown", options);
      expect(text).toContain("The run itself did not succeed");
    }
  });

  it("is a JUnit suite with a case even where nothing was found", () => {
    const clean = renderPolicyReport(analysis([], "succeeded"), "junit", options);
    expect(clean).toContain(
      '<testsuite name="azure-siterecovery" tests="1" failures="0" errors="0" skipped="0">',
    );
    expect(clean.match(/<testcase/g)).toHaveLength(1);
    const found = renderPolicyReport(analysis([violationOf()], "failed"), "junit", options);
    expect(found).toContain('tests="2" failures="1"');
    expect(found).not.toContain('<testsuite name="run"');
  });
});

describe("the JUnit report of policies", () => {
  it("fails on the mandatory, errs on the undecided, passes the rest", () => {
    const text = renderPolicyReport(all, "junit", options);
    expect(text).toContain(
      '<testsuite name="azure-siterecovery" tests="5" failures="1" errors="1" skipped="0">',
    );
    expect(text).toContain('<testsuite name="house" tests="1" failures="1" errors="0" skipped="0">');
    expect(text).toContain('<testcase name="vault-region" classname="azure-siterecovery"/>');
    expect(text.match(/<failure/g)).toHaveLength(2);
    expect(text.match(/<system-out/g)).toHaveLength(1);
  });
});

describe("the SARIF report of policies", () => {
  const runOf = (text: string) => {
    const log = JSON.parse(text) as Log;
    expectValidSarif(log);
    return log.runs[0];
  };

  it("has a result a violation, worst first, at the file it was told", () => {
    const run = runOf(renderPolicyReport(all, "sarif", options));
    expect(run?.results?.map(({ level }) => level)).toEqual(["error", "error", "warning", "note"]);
    expect(run?.results?.[0]?.locations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "infra/Pulumi.yaml" } },
      logicalLocations: [{ name: "azure-native:storage:StorageAccount cache-account" }],
    });
  });

  it("joins our policies with their rules: the reference is the id", () => {
    const [rule] = allRules;
    if (rule === undefined) throw new Error("no rules");
    const run = runOf(
      renderPolicyReport(
        tallyOf(runEvents([violationOf({ policyName: rule.name }), otherPack])),
        "sarif",
        options,
      ),
    );
    expect(run?.tool.driver.rules?.map(({ id, name }) => [id, name])).toEqual([
      [rule.ref, rule.name],
      ["house/tags", "tags"],
    ]);
  });

  it("keeps a fingerprint when the message changes, and has no two alike", () => {
    const prints = (...messages: string[]): string[] =>
      (
        runOf(
          renderPolicyReport(
            tallyOf(runEvents(messages.map((message) => violationOf({ message })))),
            "sarif",
            options,
          ),
        )?.results ?? []
      ).map(({ partialFingerprints }) => partialFingerprints?.["violation/v1"] ?? "");
    expect(prints("2048 GiB")).toEqual(prints("2049 GiB"));
    expect(new Set(prints("one", "two", "three")).size).toBe(3);
  });

  it("stays within what code scanning shows", () => {
    const many = Array.from({ length: 6000 }, (_, index) =>
      violationOf({ resourceUrn: `urn:pulumi:a::b::t:t:T::account-${index}` }),
    );
    const run = runOf(renderPolicyReport(tallyOf(runEvents(many)), "sarif", options));
    expect(run?.results).toHaveLength(1);
    expect(run?.results?.[0]?.locations).toHaveLength(100);
    expect(run?.results?.[0]?.message.text).toMatch(/^6000 violations, for example/);
  });
});
