import type { PolicyPackArgs } from "@pulumi/policy";
import * as sdk from "@pulumi/policy/version";
import { describe, expect, it } from "vitest";
import { reportTo } from "../../policy-pack/reporting";
import { servePack } from "./served-pack";

/**
 * The contract with @pulumi/policy that `reportTo` relies on and its types do not state. When one of these
 * fails after an update of the SDK, that file is where to look.
 */
describe("a violation with its own level", () => {
  const pack: PolicyPackArgs = {
    policies: [
      {
        name: "stack-policy",
        description: "The description of the policy.",
        enforcementLevel: "mandatory",
        validateStack: (_args, report) => {
          reportTo(report, {
            message: "at the policy's level",
            urn: "urn:pulumi:stack::project::a:b:C::one",
          });
          reportTo(report, {
            message: "at its own",
            urn: "urn:pulumi:stack::project::a:b:C::two",
            level: "advisory",
          });
          reportTo(report, { message: "without a resource" });
        },
      },
    ],
  };

  it("is reported as given: no description before it, level and resource its own", async () => {
    const served = await servePack(pack);
    const program = [{ type: "a:b:C", name: "one" }];
    expect(await served.analyze(program)).toEqual([
      { policy: "stack-policy", level: "mandatory", resource: "one", message: "at the policy's level" },
      { policy: "stack-policy", level: "advisory", resource: "two", message: "at its own" },
      { policy: "stack-policy", level: "mandatory", resource: "", message: "without a resource" },
    ]);
    await served.configure({ all: { enforcementLevel: "advisory" } });
    expect((await served.analyze(program)).map(({ level }) => level)).toEqual([
      "advisory",
      "advisory",
      "advisory",
    ]);
  });

  it("is tried with this version of the SDK only", () => {
    expect((sdk as unknown as { readonly version: string }).version).toBe("1.21.0");
  });
});
