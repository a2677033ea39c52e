import { describe, expect, it } from "vitest";
import { assess } from "../../estate/assess";
import { parseEstateDocument } from "../../estate/readers/estate-document";
import { NoteCollector } from "../../estate/reading-note";

function read(os: object) {
  const document = {
    schema: "asr-estate/1",
    scenario: "vmware-to-azure",
    machines: [{ name: "a", os }],
  };
  return parseEstateDocument(JSON.stringify(document), new NoteCollector());
}

describe("operating systems in an estate document", () => {
  it.each([
    [
      { family: "linux", name: "RHEL", version: "7.6" },
      { name: "Red Hat Enterprise Linux", version: "7.6" },
    ],
    [
      { family: "linux", name: "ubuntu", version: "16.04.6 LTS" },
      { name: "Ubuntu", version: "16.04.6" },
    ],
    [
      { family: "linux", name: "SLES", version: "12 SP3" },
      { name: "SUSE Linux Enterprise Server", version: "12", servicePack: "SP3" },
    ],
    [
      { family: "linux", name: "Debian GNU/Linux", version: "8" },
      { name: "Debian", version: "8" },
    ],
    [
      { family: "windows", name: "windows server", version: "2012r2" },
      { name: "Windows Server", version: "2012 R2" },
    ],
    [
      { family: "windows", name: "Windows Server 2016" },
      { name: "Windows Server", version: "2016" },
    ],
    [
      { family: "windows", name: "Microsoft Windows Server", version: "2016 Nano" },
      { name: "Windows Server", version: "2016", edition: "Nano Server" },
    ],
  ])("knows %j", (os, known) => {
    expect(read(os).machines[0]?.os).toEqual({ family: os.family, ...known });
  });

  it.each([
    { family: "linux", name: "Ubuntu", version: "16.04", edition: null, servicePack: null },
    {
      family: "windows",
      name: "Windows Server",
      version: "2008 R2",
      servicePack: "SP1",
      edition: "Server Core",
    },
    { family: "windows", name: "Windows", version: "8.1" },
    { family: "linux", name: "Haiku", version: "R1" },
    { family: "windows", name: "Ubuntu", version: "16.04" },
    { family: "linux", name: `RHEL ${"1.".repeat(50_000)}` },
  ])("leaves %j as it is", (os) => {
    expect(read(os).machines[0]?.os).toEqual(os);
  });

  it("adds no family, which is a fact of its own", () => {
    expect(read({ name: "RHEL", version: "7.6" }).machines[0]?.os).toEqual({
      name: "Red Hat Enterprise Linux",
      version: "7.6",
    });
  });

  it("judges a release by what it is, however it is spelled", () => {
    const rules = (os: object) =>
      assess(read(os), { edition: "2019-05", asOf: "2026-01-31" }).machines[0]?.findings.map(
        ({ rule, limit }) => ({ rule, limit: limit.id }),
      );
    expect(rules({ family: "linux", name: "RHEL", version: "7.6" })).toEqual([]);
    expect(rules({ family: "linux", name: "RHEL", version: "7.7" })).toEqual(
      rules({ family: "linux", name: "Red Hat Enterprise Linux", version: "7.7" }),
    );
  });
});
