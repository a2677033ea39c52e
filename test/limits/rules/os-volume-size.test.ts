import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");
const machine = (sizeGiB: unknown) => ({
  name: "m",
  os: { family: "windows" },
  osDrive: "C:",
  volumes: [
    { mount: "D:", sizeGiB: 4000 },
    { mount: "c:\\", sizeGiB },
  ],
});
const refused = ["error azure-vm.os-volume.max-size"];

it.each<Case>([
  [machine(1023), scope, "kept"],
  [machine(1023.9), scope, "kept"],
  // Less than 1 TB, strictly.
  [machine(1024), scope, refused],
  [machine(1025), in2016("physical-to-azure"), refused],
  [machine("1024"), scope, ["? volumes[].sizeGiB"]],
  [{ name: "m", os: { family: "linux" }, volumes: [{ mount: "/", sizeGiB: 1024 }] }, scope, refused],
  [
    { name: "m", os: { family: "linux" }, volumes: [{ mount: "/data", sizeGiB: 4000 }] },
    scope,
    ["? volumes[].sizeGiB"],
  ],
  [{ name: "m", os: { family: "windows" }, volumes: [] }, scope, ["? osDrive"]],
  [{ name: "m", volumes: [] }, scope, ["? os.family"]],
  [{ name: "m" }, scope, ["? volumes[].sizeGiB"]],
  [machine(1024), in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("os-volume-size", "machine", facts, within)).toEqual(expected);
});
