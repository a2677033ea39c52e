import { describe, expect, it } from "vitest";
import { rule } from "../../../limits/rules/linux-kernel-supported";
import { judgeBy } from "../judging";

const may2019 = { edition: "2019-05", scenario: "vmware-to-azure" } as const;
const current = { edition: "current", scenario: "vmware-to-azure" } as const;

function machine(
  name: string,
  version: string,
  servicePack: string | undefined,
  kernel?: string,
  agent?: string,
) {
  return {
    name: "m",
    os: { family: "linux", name, version, ...(servicePack === undefined ? {} : { servicePack }), kernel },
    mobilityServiceVersion: agent,
  };
}
const sles = "SUSE Linux Enterprise Server";

describe("linux-kernel-supported in 2019-05", () => {
  it.each([
    ["Ubuntu", "14.04", undefined, "3.13.0-24-generic", "9.24"],
    ["Ubuntu", "14.04", undefined, "3.13.0-167-generic", "9.24"],
    ["Ubuntu", "14.04.6", undefined, "4.15.0-1040-azure", "9.24.5211.1"],
    ["Ubuntu", "16.04", undefined, "4.4.0-138-generic", "9.20"],
    ["Ubuntu", "16.04", undefined, "4.11.0-1018-azure", "9.24"],
    ["Debian", "7", undefined, "3.16.0-0.bpo.4-amd64", "9.21"],
    ["Debian", "8.11", undefined, "4.9.0-0.bpo.8-amd64", "9.24"],
    [sles, "12", "SP1", "3.12.62-60.62-default", "9.24"],
    [sles, "12", "SP1", "3.12.74-60.64.107-default", "9.24"],
    [sles, "12.3", undefined, "4.4.175-94.79-default", "9.24"],
    [sles, "12", "SP3", "4.4.162-94.72-default", "9.22"],
    [sles, "12", "SP4", "4.12.14-95.6-default", "9.23"],
  ])("%s %s %s: %s with %s is listed", (name, version, pack, kernel, agent) => {
    expect(judgeBy(rule, may2019, machine(name, version, pack, kernel, agent))).toEqual({
      findings: [],
      missing: [],
      applies: true,
    });
  });

  it.each([
    ["Ubuntu", "14.04", undefined, "3.13.0-168-generic", "9.24"],
    ["Ubuntu", "14.04", undefined, "3.13.0-23-generic", "9.24"],
    ["Ubuntu", "14.04", undefined, "3.13.0-167-generic", "9.23"],
    ["Ubuntu", "14.04", undefined, "3.13.0-167-lowlatency", "9.24"],
    ["Ubuntu", "16.04", undefined, "4.11.0-1018-azure", "9.23"],
    ["Ubuntu", "16.04", undefined, "4.11.0-1013-generic", "9.24"],
    ["Debian", "8", undefined, "4.9.0-0.bpo.9-amd64", "9.24"],
    ["Debian", "8", undefined, "4.9.0-8-amd64", "9.24"],
    // Between the general range and the one for long-term service.
    [sles, "12", "SP1", "3.12.74-60.64.41-default", "9.24"],
    [sles, "12", "SP3", "4.4.162-94.72-default", "9.23"],
    [sles, "12", "SP2", "4.4.175-94.79-default", "9.24"],
    [sles, "12", "SP4", "4.12.14-95.6-default", "9.22"],
  ])("%s %s %s: %s with %s is not", (name, version, pack, kernel, agent) => {
    expect(judgeBy(rule, may2019, machine(name, version, pack, kernel, agent)).findings).toEqual([
      `error kernel: ${kernel} with Mobility Service ${agent}`,
    ]);
  });

  it.each([
    ["no kernel", machine("Ubuntu", "16.04", undefined, undefined, "9.24"), ["os.kernel"]],
    ["no agent", machine("Ubuntu", "16.04", undefined, "4.4.0-143-generic"), ["mobilityServiceVersion"]],
    [
      "a version without a list",
      machine("Ubuntu", "14.04", undefined, "3.13.0-24-generic", "9.20"),
      ["mobilityServiceVersion"],
    ],
    [
      "a newer version",
      machine("Debian", "8", undefined, "3.16.0-4-amd64", "9.25"),
      ["mobilityServiceVersion"],
    ],
    ["no service pack", machine(sles, "12", undefined, "4.4.73-5-default", "9.24"), ["os.servicePack"]],
    ["no release", { name: "m", os: { family: "linux", name: "Ubuntu" } }, ["os.version"]],
    [
      "a kernel that is no text",
      machine("Ubuntu", "16.04", undefined, 4 as unknown as string, "9.24"),
      ["os.kernel"],
    ],
  ])("does not decide with %s", (_name, subject, missing) => {
    expect(judgeBy(rule, may2019, subject)).toEqual({ findings: [], missing, applies: true });
  });

  it.each([
    ["Red Hat Enterprise Linux", "7.6", undefined],
    [sles, "11", "SP4"],
    ["Fedora", "29", undefined],
  ])("says nothing on %s %s, which has no list", (name, version, pack) => {
    expect(judgeBy(rule, may2019, machine(name, version, pack)).applies).toBe(false);
  });
});

describe("linux-kernel-supported in current", () => {
  it.each([
    ["Ubuntu", "22.04", undefined, "5.15.0-1101-azure", "9.66.7567.1", [], []],
    [
      "Ubuntu",
      "22.04",
      undefined,
      "5.15.0-1102-azure",
      "9.66",
      ["error kernel: 5.15.0-1102-azure with Mobility Service 9.66"],
      [],
    ],
    ["an older kernel on a newer agent", "22.04", undefined, "5.15.0-25-generic", "9.70", [], []],
    ["added by 9.65", "24.04", undefined, "6.8.0-1022-azure", "9.65", [], []],
    [
      "added by 9.65",
      "24.04",
      undefined,
      "6.8.0-1022-azure",
      "9.64",
      ["error kernel: 6.8.0-1022-azure with Mobility Service 9.64"],
      [],
    ],
    [
      "unlisted, newer agent than any list",
      "24.04",
      undefined,
      "6.99.0-1-generic",
      "9.70",
      [],
      ["mobilityServiceVersion"],
    ],
    [
      "in the list of 9.66, older agent",
      "14.04",
      undefined,
      "3.13.0-24-generic",
      "9.50",
      [],
      ["mobilityServiceVersion"],
    ],
  ])("%s: %s %s %s %s", (_name, version, pack, kernel, agent, findings, missing) => {
    expect(judgeBy(rule, current, machine("Ubuntu", version, pack, kernel, agent))).toEqual({
      findings,
      missing,
      applies: true,
    });
  });

  it.each([
    ["9.7", "5.14.0-611.5.1.el9_7.x86_64", "9.66", [], []],
    [
      "9.7",
      "5.14.0-611.5.1.el9_7.x86_64",
      "9.65",
      ["error kernel: 5.14.0-611.5.1.el9_7.x86_64 with Mobility Service 9.65"],
      [],
    ],
    ["9.2", "5.14.0-284.11.1.el9_2.x86_64", "9.62", [], []],
    ["9.8", "5.14.0-700.1.1.el9_8.x86_64", "9.67", [], ["mobilityServiceVersion"]],
    ["9", "5.14.0-284.11.1.el9_2.x86_64", "9.62", [], ["os.version"]],
  ])("Red Hat Enterprise Linux %s: %s with %s", (version, kernel, agent, findings, missing) => {
    expect(
      judgeBy(rule, current, machine("Red Hat Enterprise Linux", version, undefined, kernel, agent)),
    ).toEqual({
      findings,
      missing,
      applies: true,
    });
  });

  it("takes the distribution's own kernels of SUSE without naming them", () => {
    const facts = machine(sles, "15", "SP5", "5.14.21-150500.999.1-default", "9.66");
    expect(judgeBy(rule, current, facts).missing).toEqual(["os.stockKernel"]);
    expect(judgeBy(rule, current, { ...facts, os: { ...facts.os, stockKernel: true } }).missing).toEqual([]);
    expect(
      judgeBy(rule, current, { ...facts, os: { ...facts.os, stockKernel: false } }).findings,
    ).toHaveLength(1);
  });
});
