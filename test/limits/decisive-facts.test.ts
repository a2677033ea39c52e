import { describe, expect, it } from "vitest";
import { missingDecisiveFacts } from "../../limits/decisive-facts";
import type { Machine } from "../../limits/facts/machine";
import { completeScope, createJudge } from "../../limits/judge";
import { scopes } from "./judging";

function missing(scope: keyof typeof scopes, machine: Partial<Machine>): readonly string[] {
  const { context } = createJudge(completeScope({ asOf: "2026-11-01", ...scopes[scope] }));
  return missingDecisiveFacts({ name: "m", ...machine }, context);
}

const disks = [
  { sizeGiB: 40, os: true },
  { sizeGiB: 10, os: false },
];
const ubuntu = { family: "linux", name: "Ubuntu", version: "16.04" } as const;

describe("missingDecisiveFacts", () => {
  it.each([
    [
      "everything is known",
      "vmware2019",
      { os: { family: "windows", name: "Windows Server", version: "2016" }, disks },
      [],
    ],
    ["nothing is known", "vmware2019", {}, ["os.family", "disks[].sizeGiB", "disks[].os"]],
    ["the name is blank", "vmware2019", { name: " ", disks }, ["name", "os.family"]],
    ["the family alone", "vmware2019", { os: { family: "linux" }, disks }, ["os.name", "os.version"]],
    ["a system that is neither", "vmware2019", { os: { family: "other", name: "Solaris" }, disks }, []],
    [
      "no disk is marked",
      "vmware2019",
      {
        os: { family: "windows", name: "Windows Server", version: "2016" },
        disks: [{ sizeGiB: 1 }, { sizeGiB: 2 }],
      },
      ["disks[].os"],
    ],
    [
      "the only disk needs no mark",
      "vmware2019",
      { os: { family: "windows", name: "Windows Server", version: "2016" }, disks: [{ sizeGiB: 1 }] },
      [],
    ],
    [
      "a size is missing",
      "vmware2019",
      { os: { family: "windows", name: "Windows Server", version: "2016" }, disks: [{ os: true }] },
      ["disks[].sizeGiB"],
    ],
    [
      "a disk left out of replication needs no size",
      "vmware2019",
      {
        os: { family: "windows", name: "Windows Server", version: "2016" },
        disks: [...disks, { excluded: true }],
      },
      [],
    ],
    [
      "Linux with a kernel list",
      "vmware2019",
      { os: ubuntu, disks },
      ["os.kernel", "mobilityServiceVersion"],
    ],
    [
      "Linux with a kernel list, agent known",
      "vmware2019",
      { os: { ...ubuntu, kernel: "4.4.0-21-generic" }, mobilityServiceVersion: "9.24", disks },
      [],
    ],
    [
      "a version of the agent without a list",
      "vmware2019",
      { os: { ...ubuntu, kernel: "4.4.0-21-generic" }, mobilityServiceVersion: "9.30", disks },
      ["mobilityServiceVersion"],
    ],
    [
      "Linux without a kernel list",
      "vmware2019",
      { os: { family: "linux", name: "Red Hat Enterprise Linux", version: "7.6" }, disks },
      [],
    ],
    [
      "a minor number that the list asks for",
      "vmware2019",
      { os: { family: "linux", name: "Red Hat Enterprise Linux", version: "7" }, disks },
      ["os.version"],
    ],
    [
      "a service pack that the list asks for",
      "vmware2019",
      { os: { family: "linux", name: "SUSE Linux Enterprise Server", version: "11" }, disks },
      ["os.servicePack"],
    ],
    ["the edition of 2016 has no kernel lists", "vmware2016", { os: ubuntu, disks }, []],
    [
      "the agent of Windows is not decisive",
      "vmware2019",
      { os: { family: "windows", name: "Windows Server", version: "2019" }, disks },
      [],
    ],
  ] as const)("%s (%s)", (_name, scope, machine, facts) => {
    expect(missing(scope, machine as unknown as Omit<Machine, "name">)).toEqual(facts);
  });
});
