import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const machine = (ports?: unknown) => ({
  name: "m",
  multiVmGroup: "g",
  firewall: { inboundAllowedPorts: ports },
});

it.each<Case>([
  [machine([443, 20004]), scope, "kept"],
  [machine([443]), scope, ["error multi-vm-group.port"]],
  [machine([]), current("azure-to-azure"), ["error multi-vm-group.port"]],
  [machine(), scope, ["? firewall.inboundAllowedPorts"]],
  [machine("20004"), scope, ["? firewall.inboundAllowedPorts"]],
  [{ name: "m", multiVmGroup: null }, scope, "n/a"],
  [{ name: "m" }, scope, ["? multiVmGroup"]],
  [machine([443]), current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("multi-vm-group-port", "machine", facts, within)).toEqual(expected);
});
