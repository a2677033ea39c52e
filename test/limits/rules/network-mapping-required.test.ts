import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

it.each<Case>([
  [{ networkMappings: [] }, in2016("hyperv-vmm-to-azure"), ["error network-mapping.required"]],
  [{ networkMappings: [{}] }, in2016("hyperv-vmm-to-azure"), "kept"],
  [{}, in2016("hyperv-vmm-to-azure"), ["? networkMappings"]],
  [{ networkMappings: [{}] }, in2016("vmware-to-azure"), ["warning network-mapping.not-applicable"]],
  [{ networkMappings: [{}] }, in2016("hyperv-to-azure"), ["warning network-mapping.not-applicable"]],
  [{ networkMappings: [] }, in2016("vmware-to-azure"), "kept"],
  // Between VMM sites the document is silent: neither asked for nor refused.
  [{ networkMappings: [] }, in2016("hyperv-vmm-to-secondary"), "n/a"],
  [{ networkMappings: [{}] }, in2016("hyperv-vmm-to-secondary"), "n/a"],
  [{ networkMappings: [{}] }, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("network-mapping-required", "deployment", facts, within)).toEqual(expected);
});
