import { expect, it } from "vitest";
import { in2016, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");
const machine = (family: unknown, kind: unknown) => ({
  name: "m",
  os: { family },
  disks: [{ name: "d", kind }],
});

it.each<Case>([
  [machine("linux", "rdm"), scope, ["warning failback.rdm.linux"]],
  [machine("linux", "vmdk"), scope, "kept"],
  [machine("linux", undefined), scope, ["? disks[].kind"]],
  [machine(undefined, "rdm"), scope, ["? os.family"]],
  [machine("windows", "rdm"), scope, "n/a"],
  [{ name: "m", os: { family: "linux" } }, scope, ["? disks[].kind"]],
  // Never of physical servers, whose table repeats the cell.
  [machine("linux", "rdm"), in2016("physical-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("linux-rdm-failback", "machine", facts, within)).toEqual(expected);
});
