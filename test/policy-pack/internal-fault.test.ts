import { expect, it } from "vitest";
import { packRules, policyPack } from "../../policy-pack/pack";
import type { Rule } from "../../limits/rules/rule";
import { classicProgram } from "./programs";
import { servePack } from "./served-pack";

it("a fault before any rule ran stops the deployment, named as the pack's own", async () => {
  let broken = false;
  const [first, ...rest] = packRules();
  if (first === undefined) throw new Error("the pack has no rule");
  // Judging itself fails here, not a rule's check.
  const faulty: Rule = {
    ...first,
    get limits() {
      if (broken) throw new Error("a fault of ours\nwith a second line");
      return first.limits;
    },
  };
  const pack = await servePack(policyPack([faulty, ...rest]));
  await pack.configure({ settings: { edition: "2019-05" } });
  const before = await pack.analyze(classicProgram());
  expect(before.map(({ policy }) => policy)).not.toContain("settings");

  broken = true;
  // Another scope: the judge of the first one is at hand already.
  await pack.configure({ settings: { edition: "2019-05", asOf: "2030-01-01" } });
  const found = await pack.analyze(classicProgram());
  expect(found.map(({ policy, level }) => ({ policy, level }))).toEqual([
    { policy: "settings", level: "mandatory" },
  ]);
  expect(found[0]?.message).toMatch(
    /^Internal fault of the policy pack azure-siterecovery: nothing was judged, .*failed \(a fault of ours\)\./,
  );
});
