import { expect, it } from "vitest";
import { packRules } from "../../policy-pack/pack";
import { classicProgram } from "./programs";
import { servePack } from "./served-pack";

it("without the policy settings every rule says that it could not decide", async () => {
  const pack = await servePack();
  await pack.configure({ settings: { enforcementLevel: "disabled" } });
  const found = await pack.analyze(classicProgram());
  expect(new Set(found.map(({ policy }) => policy))).toEqual(new Set(packRules().map(({ name }) => name)));
  for (const { level, message } of found) {
    expect(level).toBe("advisory");
    expect(message).toContain("could not decide, because the policy settings did not run");
  }
});
