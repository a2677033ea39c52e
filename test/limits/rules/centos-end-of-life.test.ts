import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");

it.each<Case>([
  [
    { name: "m", os: { family: "linux", name: "CentOS", version: "7.9" } },
    scope,
    ["warning retirement.centos"],
  ],
  [{ name: "m", os: { family: "linux", name: "Rocky Linux", version: "9.4" } }, scope, "kept"],
  [{ name: "m", os: { family: "linux" } }, scope, ["? os.name"]],
  [{ name: "m", os: { family: "windows" } }, scope, "n/a"],
  [{ name: "m", os: { family: "linux", name: "CentOS" } }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("centos-end-of-life", "machine", facts, within)).toEqual(expected);
});
