import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArchitecture, parseOperatingSystem } from "../../../limits/facts/operating-system";

const windows = { family: "windows", name: "Windows Server" };
const linux = (name: string, version?: string) => ({
  family: "linux",
  name,
  ...(version === undefined ? {} : { version }),
});
const x64 = { architecture: "x64" };

describe("parseOperatingSystem", () => {
  it.each([
    ["Microsoft Windows Server 2012 (64-bit)", { ...windows, version: "2012", ...x64 }],
    ["Microsoft Windows Server 2008 R2 (64-bit)", { ...windows, version: "2008 R2", ...x64 }],
    ["Microsoft Windows Server 2003 (32-bit)", { ...windows, version: "2003", architecture: "x86" }],
    ["Microsoft Windows Server 2016 or later (64-bit)", { ...windows, ...x64 }],
    ["Microsoft Windows Server 2016 Datacenter", { ...windows, version: "2016", edition: "Datacenter" }],
    ["Windows Server 2016 Nano Server", { ...windows, version: "2016", edition: "Nano Server" }],
    ["Windows Server 2019 Standard (Server Core)", { ...windows, version: "2019", edition: "Server Core" }],
    [
      "Windows Server® 2008 Enterprise Service Pack 2",
      { ...windows, version: "2008", servicePack: "SP2", edition: "Enterprise" },
    ],
    ["Windows Server, version 1709", { ...windows, version: "1709" }],
    ["Microsoft Hyper-V Server 2012 R2", { family: "windows", name: "Hyper-V Server", version: "2012 R2" }],
    ["Microsoft Windows 10 (64-bit)", { family: "windows", name: "Windows", version: "10", ...x64 }],
    ["Microsoft Windows 8.1 (64-bit)", { family: "windows", name: "Windows", version: "8.1", ...x64 }],
    [
      "Microsoft Windows 7 (32-bit)",
      { family: "windows", name: "Windows", version: "7", architecture: "x86" },
    ],
    [
      "Microsoft Windows XP Professional (32-bit)",
      { family: "windows", name: "Windows", version: "XP", edition: "Professional", architecture: "x86" },
    ],
    ["Windows 10 Enterprise LTSC", { family: "windows", name: "Windows", version: "10", edition: "LTSC" }],
    ["Red Hat Enterprise Linux 7 (64-bit)", { ...linux("Red Hat Enterprise Linux", "7"), ...x64 }],
    ["Red Hat Enterprise Linux Server release 7.6 (Maipo)", linux("Red Hat Enterprise Linux", "7.6")],
    ["CentOS 4/5 or later (64-bit)", { ...linux("CentOS"), ...x64 }],
    ["CentOS 7 (64-bit)", { ...linux("CentOS", "7"), ...x64 }],
    ["CentOS Stream 9", linux("CentOS Stream", "9")],
    ["Oracle Linux 4/5 or later (64-bit)", { ...linux("Oracle Linux"), ...x64 }],
    ["Oracle Linux 6 (64-bit)", { ...linux("Oracle Linux", "6"), ...x64 }],
    ["SUSE Linux Enterprise 11 (64-bit)", { ...linux("SUSE Linux Enterprise Server", "11"), ...x64 }],
    [
      "SUSE Linux Enterprise Server 12 SP3",
      { ...linux("SUSE Linux Enterprise Server", "12"), servicePack: "SP3" },
    ],
    [
      "SUSE Linux Enterprise Server 15.4",
      { ...linux("SUSE Linux Enterprise Server", "15"), servicePack: "SP4" },
    ],
    ["SLES 12", linux("SUSE Linux Enterprise Server", "12")],
    ["Ubuntu Linux (64-bit)", { ...linux("Ubuntu"), ...x64 }],
    ["Ubuntu 16.04.6 LTS", linux("Ubuntu", "16.04.6")],
    ["Debian GNU/Linux 8 (64-bit)", { ...linux("Debian", "8"), ...x64 }],
    ["Rocky Linux 9.4", linux("Rocky Linux", "9.4")],
    ["AlmaLinux 9.2", linux("AlmaLinux", "9.2")],
    ["Other 3.x or later Linux (64-bit)", { family: "linux", ...x64 }],
    ["Other (32-bit)", { architecture: "x86" }],
    ["Oracle Solaris 10 (64-bit)", { family: "other", name: "Solaris", version: "10", ...x64 }],
    ["windows2019srv_64Guest", { ...windows, version: "2019", ...x64 }],
    ["windows9Server64Guest", { ...windows, version: "2016", ...x64 }],
    ["rhel7_64Guest", { ...linux("Red Hat Enterprise Linux", "7"), ...x64 }],
    ["ubuntu64Guest", { ...linux("Ubuntu"), ...x64 }],
    ["", {}],
  ])("reads %j", (text, os) => {
    expect(parseOperatingSystem(text)).toEqual(os);
  });

  it("takes the architecture from a column of its own", () => {
    expect(parseOperatingSystem("Windows Server 2016", "amd64").architecture).toBe("x64");
    expect(parseOperatingSystem("Windows Server 2008 (32-bit)", "").architecture).toBe("x86");
  });

  it("answers any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(typeof parseOperatingSystem(text)).toBe("object");
      }),
    );
  });

  it("guesses no version where the text leaves it open", () => {
    const names = ["Windows Server", "CentOS", "Red Hat Enterprise Linux", "Oracle Linux"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat({ max: 30 }), (name, version) => {
        expect(parseOperatingSystem(`${name} ${version} or later`).version).toBeUndefined();
      }),
    );
  });
});

describe("parseArchitecture", () => {
  it.each([
    ["x64", "x64"],
    ["64-bit", "x64"],
    ["x86_64", "x64"],
    ["amd64", "x64"],
    ["x86", "x86"],
    ["32-bit", "x86"],
    ["i686", "x86"],
    ["aarch64", "arm64"],
    ["", undefined],
  ])("%j is %s", (text, architecture) => {
    expect(parseArchitecture(text)).toBe(architecture);
  });
});
