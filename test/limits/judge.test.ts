import { describe, expect, it } from "vitest";
import { completeScope, createJudge } from "../../limits/judge";
import { scenarios } from "../../limits/scenarios";

const asOf = "2026-12-01";

describe("scenarios that cannot be had", () => {
  it.each(["vmware-to-secondary", "physical-to-secondary"] as const)(
    "%s is refused with its source, in every edition",
    (scenario) => {
      for (const edition of ["2016-12", "2019-05", "current"] as const) {
        expect(() => createJudge(completeScope({ edition, scenario, asOf }))).toThrow(
          expect.objectContaining({
            name: "RefusedScenarioError",
            limit: expect.objectContaining({
              ledger: ["secondary-site.vmware-physical.azure-portal"],
            }) as unknown,
          }),
        );
      }
    },
  );

  it("says what to do instead", () => {
    expect(() =>
      createJudge(completeScope({ scenario: "vmware-to-secondary", asOf })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusedScenarioError: vmware-to-secondary cannot be set up in Azure and is not judged: VMware VMs and physical servers to a secondary site in the Azure portal is refused by "Azure Site Recovery deployment prerequisites" (2016-12-04), section "VMware/physical servers replication requirements (secondary site)". Replicate to Azure instead (scenario vmware-to-azure).]`,
    );
  });
});

describe("scenarios that an edition does not document", () => {
  it("are refused, naming the editions that do", () => {
    expect(() =>
      createJudge(completeScope({ edition: "2019-05", scenario: "hyperv-to-azure", asOf })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UndocumentedScenarioError: Edition 2019-05 documents no limits for hyperv-to-azure. Documented by: 2016-12, current (--edition 2016-12).]`,
    );
    expect(() =>
      createJudge(
        completeScope({ edition: "2019-05", scenario: "vmware-to-azure", experience: "modernized", asOf }),
      ),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UndocumentedScenarioError: Edition 2019-05 documents no limits for vmware-to-azure (modernized). Documented by: current (--edition current).]`,
    );
  });
});

describe("isolation of scenarios", () => {
  it("judges by no limit of another scenario", () => {
    for (const edition of ["2016-12", "2019-05", "current"] as const) {
      for (const scenario of scenarios) {
        let judge;
        try {
          judge = createJudge(completeScope({ edition, scenario, asOf }));
        } catch {
          continue;
        }
        for (const rule of judge.rulesFor("machine")) {
          for (const id of rule.limits) {
            const limit = judge.context.limits.find(id);
            if (limit === undefined) continue;
            expect(limit.edition).toBe(edition);
            expect(limit.scenarios).toContain(scenario);
          }
        }
      }
    }
  });
});
