import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");
const windows = (version?: string) => ({
  name: "m",
  os: { family: "windows", name: "Windows Server", version },
});

it.each<Case>([
  [windows("2012 R2"), scope, ["warning retirement.windows-server"]],
  [windows("2008"), scope, ["warning retirement.windows-server"]],
  [windows("2016"), scope, "kept"],
  [windows(), scope, ["? os.version"]],
  [{ name: "m", os: { family: "windows", name: "Windows", version: "10" } }, scope, "n/a"],
  [{ name: "m", os: { family: "linux", name: "Ubuntu", version: "12.04" } }, scope, "n/a"],
  [{ name: "m" }, scope, ["? os.name"]],
  // The list of operating systems says so already.
  [windows("2012 R2"), current("vmware-to-azure"), "n/a"],
  [windows("2012 R2"), in2016("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("windows-server-end-of-support", "machine", facts, within)).toEqual(expected);
});
