import { describe, expect, it } from "vitest";
import { assess } from "../../estate/assess";
import type { AssessedMachine, Assessment } from "../../estate/assessment";
import type { EstateDocument, EstateMachine } from "../../estate/document";
import { readEstate } from "../../estate/read";
import { InputError } from "../../landing-zone/input-error";
import { UndocumentedScenarioError } from "../../limits/judge";
import type { Scenario } from "../../limits/scenarios";
import { referenceAbsent, referenceInventory } from "./reference";

const asOf = "2019-06-01";

const good: EstateMachine = {
  name: "good",
  id: "vm-1",
  kind: "vmware-vm",
  os: { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" },
  firmware: "bios",
  disks: [{ name: "Hard disk 1", sizeGiB: 100, os: true }],
};
const large: EstateMachine = {
  ...good,
  name: "large",
  id: "vm-2",
  disks: [{ name: "Hard disk 1", sizeGiB: 2049, os: true }],
};
const { os: _os, ...withoutOs } = good;
const vague: EstateMachine = { ...withoutOs, name: "vague", id: "vm-3" };

const estate = (machines: readonly EstateMachine[], more: Partial<EstateDocument> = {}): EstateDocument => ({
  schema: "asr-estate/1",
  scenario: "vmware-to-azure",
  experience: "classic",
  ...more,
  machines,
});

const by = (document: EstateDocument, options: Parameters<typeof assess>[1] = {}): Assessment =>
  assess(document, { edition: "2019-05", asOf, ...options });

const verdicts = ({ machines }: Assessment): Record<string, string> =>
  Object.fromEntries(machines.map(({ name, verdict }) => [name, verdict]));

describe("verdicts", () => {
  const assessment = by(estate([good, large, vague]));
  const machine = (name: string): AssessedMachine | undefined =>
    assessment.machines.find((candidate) => candidate.name === name);

  it("are ready, not-ready and unknown, in the inventory's order, and the summary counts them", () => {
    expect(verdicts(assessment)).toEqual({ good: "ready", large: "not-ready", vague: "unknown" });
    expect(assessment.summary).toMatchObject({
      machines: 3,
      ready: 1,
      conditional: 0,
      notReady: 1,
      unknown: 1,
      disks: 3,
    });
  });

  it("carry findings with observed value, limit and source", () => {
    expect(machine("large")?.findings).toMatchObject([
      {
        rule: "os-disk-max-size",
        severity: "error",
        subject: "disk Hard disk 1",
        observed: "2049 GiB",
        limit: { value: 2048, unit: "GiB", edition: "2019-05", source: { date: "2019-05-10" } },
        waiver: null,
      },
    ]);
  });

  it("say which decisive facts are missing, and count what could be decided", () => {
    expect(machine("vague")?.decisiveFactsMissing).toContain("os.family");
    const coverage = machine("good")?.coverage;
    expect(coverage?.decided).toBeGreaterThan(0);
    expect(coverage?.undecided).toBe(machine("good")?.undecided.length);
  });

  it("are never ready for a machine of which only the name is known", () => {
    for (const edition of ["2016-12", "2019-05", "current"] as const) {
      expect(verdicts(by(estate([{ name: "a" }]), { edition }))).toEqual({ a: "unknown" });
    }
  });

  it("are never ready for a machine without a name", () => {
    const blank = by(estate([{ ...good, name: " " }])).machines[0];
    expect(blank).toMatchObject({ verdict: "unknown", decisiveFactsMissing: ["name"] });
  });

  it("are a function of document, edition and date", () => {
    expect(by(estate([good, large, vague]))).toEqual(assessment);
  });

  it("summarize the findings that concern most machines", () => {
    const twice = by(estate([large, { ...large, name: "larger" }, vague]));
    expect(twice.summary.mostFrequentFindings[0]).toMatchObject({
      rule: "os-disk-max-size",
      edition: "2019-05",
      machines: 2,
      findings: 2,
    });
    expect(twice.summary.mostFrequentFindings[0]?.section).not.toBe("");
  });
});

describe("scenarios", () => {
  it("are the machine's own, then the one asked for, then the document's, then what the machine is", () => {
    const physical: EstateMachine = { ...good, name: "own", scenario: "physical-to-azure" };
    const scenarios = (assessment: Assessment): readonly string[] =>
      assessment.machines.map(({ scenario }) => scenario);
    expect(scenarios(by(estate([good, physical])))).toEqual(["vmware-to-azure", "physical-to-azure"]);
    expect(
      scenarios(by(estate([good, physical]), { edition: "current", scenario: "hyperv-to-azure" })),
    ).toEqual(["hyperv-to-azure", "physical-to-azure"]);
    const silent = estate([good, { ...good, kind: "physical" }], { scenario: undefined });
    expect(scenarios(by(silent))).toEqual(["vmware-to-azure", "physical-to-azure"]);
  });

  it("must be known from somewhere", () => {
    expect(() => by(estate([{ name: "a" }], { scenario: undefined }))).toThrow(InputError);
  });

  it("without rows in the edition are refused, naming the editions that have some", () => {
    const judged = () => by(estate([good]), { scenario: "hyperv-to-azure" });
    expect(judged).toThrow(UndocumentedScenarioError);
    expect(judged).toThrow(/2016-12/);
  });
});

describe("a machine of a kind that the scenario does not replicate", () => {
  const kinds = ["vmware-vm", "physical", "hyperv-vm", "azure-vm"] as const;
  const replicates = {
    "vmware-to-azure": ["vmware-vm"],
    "physical-to-azure": kinds,
    "hyperv-to-azure": ["hyperv-vm"],
    "hyperv-vmm-to-azure": ["hyperv-vm"],
    "azure-to-azure": ["azure-vm"],
  } as const satisfies Partial<Record<Scenario, readonly string[]>>;
  const pairs = Object.entries(replicates).flatMap(([scenario, replicated]) =>
    kinds.map(
      (kind) => [kind, scenario as Scenario, (replicated as readonly string[]).includes(kind)] as const,
    ),
  );

  it.each(pairs)("%s in %s: replicated: %s", (kind, scenario, replicated) => {
    const [machine] = by(estate([{ ...large, kind }], { scenario, experience: undefined }), {
      edition: "current",
    }).machines;
    const rules = machine?.findings.map(({ rule }) => rule) ?? [];
    if (replicated) {
      expect(rules).not.toContain("machine-kind");
      return;
    }
    // One finding, and nothing by limits that are about other machines.
    expect(rules).toEqual(["machine-kind"]);
    expect(machine?.verdict).toBe("not-ready");
  });

  it("says what it is, what the scenario takes, and which scenario is the machine's", () => {
    const [machine] = by(estate([{ ...good, kind: "hyperv-vm" }])).machines;
    expect(machine).toMatchObject({
      verdict: "not-ready",
      coverage: { decided: 1, undecided: 0 },
      findings: [
        {
          message: "The machine is of kind hyperv-vm; vmware-to-azure replicates vmware-vm.",
          remedy: "Assess the machine in scenario hyperv-to-azure, or correct its kind if it is none.",
          limit: { ledger: ["scenario.vmware"] },
        },
      ],
      decisiveFactsMissing: [],
    });
  });

  it("holds back no verdict on others, and is none of the machines that are summed up", () => {
    const kept = by(estate([good, { ...good, name: "other", kind: "hyperv-vm" }]));
    expect(verdicts(kept)).toEqual({ good: "ready", other: "not-ready" });
    expect(kept.estate).toEqual(by(estate([good])).estate);
  });
});

describe("the estate itself", () => {
  it("is judged by what it says of its target", () => {
    const zone = by(estate([good], { target: { region: "westeurope", availabilityZone: "1" } }));
    expect(zone.estate.findings).toMatchObject([{ rule: "availability-zone", severity: "error" }]);
    expect(by(estate([good])).estate.findings).toEqual([]);
  });

  it("is judged once, however many scenarios its machines have", () => {
    const both = by(
      estate([good, { ...good, scenario: "physical-to-azure" }], {
        target: { region: "westeurope", availabilityZone: "1" },
      }),
    );
    expect(both.estate.findings).toHaveLength(1);
  });

  it("takes the region that was asked for", () => {
    const target = { region: "westeurope", storageAccountKind: "Storage", storageSku: "Premium_LRS" };
    const findings = (region?: string) =>
      by(estate([good], { target }), { edition: "2016-12", region })
        .estate.findings.map(({ rule }) => rule)
        .filter((rule) => rule === "premium-storage-region");
    expect(findings()).toEqual([]);
    expect(findings("southindia")).toEqual(["premium-storage-region"]);
  });
});

describe("options", () => {
  it("supply a Mobility Service version where the machine's own is not known", () => {
    const linux: EstateMachine = {
      ...good,
      os: {
        family: "linux",
        name: "Ubuntu",
        version: "16.04",
        kernel: "4.15.0-1040-azure",
        architecture: "x64",
      },
    };
    expect(by(estate([linux])).machines[0]?.decisiveFactsMissing).toEqual(["mobilityServiceVersion"]);
    expect(by(estate([linux]), { mobilityService: "9.24" }).machines[0]?.decisiveFactsMissing).toEqual([]);
  });

  it("compare two editions: the assessment is the second one's", () => {
    const middle: EstateMachine = {
      ...good,
      name: "middle",
      disks: [...(good.disks ?? []), { name: "Hard disk 2", sizeGiB: 2000, os: false }],
    };
    const assessment = by(estate([good, middle]), { compare: ["2016-12", "2019-05"] });
    expect(assessment.edition).toBe("2019-05");
    expect(assessment.comparison).toMatchObject({
      editions: ["2016-12", "2019-05"],
      changed: [
        {
          name: "middle",
          verdicts: ["not-ready", "ready"],
          onlyFirst: ["data-disk-max-size"],
          onlySecond: [],
        },
      ],
    });
    expect(assessment.comparison?.summaries.map(({ notReady }) => notReady)).toEqual([1, 0]);
  });

  it("report progress", () => {
    const seen: number[] = [];
    const machines = Array.from({ length: 2500 }, (_, index) => ({ ...good, name: `m${index}` }));
    by(estate(machines), { onProgress: (judged) => seen.push(judged) });
    expect(seen).toEqual([1000, 2000]);
  });
});

describe("waivers", () => {
  const waiver = {
    rule: "os-disk-max-size",
    subject: "LARGE",
    reason: "is replaced next month",
    owner: "storage team",
    expires: "2019-06-01",
  };

  it("turn an error into a condition, and the finding stays visible", () => {
    const assessment = by(estate([large]), { waivers: [waiver] });
    expect(verdicts(assessment)).toEqual({ large: "conditional" });
    expect(assessment.machines[0]?.findings[0]?.waiver).toEqual({
      reason: "is replaced next month",
      owner: "storage team",
      expires: "2019-06-01",
    });
    expect(assessment.waivers).toEqual({ expired: [], unused: [] });
  });

  it.each([
    ["the reference of the rule and the machine's id", { rule: "ASR-0001", subject: "vm-2" }],
    ["the disk", { subject: "disk Hard disk 1" }],
    ["everything", { subject: "*" }],
  ])("name %s, too", (_, change) => {
    expect(verdicts(by(estate([large]), { waivers: [{ ...waiver, ...change }] }))).toEqual({
      large: "conditional",
    });
  });

  it("that have expired count for nothing and are reported", () => {
    const assessment = by(estate([large]), { waivers: [waiver], asOf: "2019-06-02" });
    expect(verdicts(assessment)).toEqual({ large: "not-ready" });
    expect(assessment.waivers).toEqual({ expired: [waiver], unused: [] });
  });

  it("that name nothing are reported", () => {
    const other = { ...waiver, subject: "good" };
    expect(by(estate([good, large]), { waivers: [other] }).waivers).toEqual({ expired: [], unused: [other] });
  });
});

describe.skipIf(referenceAbsent !== undefined)(`the published assessment ${referenceAbsent ?? ""}`, () => {
  const findings = async (edition: "2016-12" | "2019-05" | "current") => {
    const { document } = await readEstate([
      referenceInventory("azure-migrate-assessment-export/As is PAYG.xlsx"),
    ]);
    return assess(document, { edition, asOf: "2026-01-01" });
  };
  const sizes = ({ machines }: Assessment): readonly string[] =>
    machines
      .flatMap((machine) => machine.findings)
      .filter(({ rule }) => rule === "data-disk-max-size" || rule === "os-disk-max-size")
      .map(({ observed }) => observed);

  it("counts every disk that the inventory lists, and those of nobody among them", async () => {
    expect((await findings("current")).summary).toMatchObject({
      disks: 1385,
      unattributedDisks: 2,
    });
  });

  it("2016-12 finds the 18 disks above 1,023 GB", async () => {
    expect(sizes(await findings("2016-12"))).toHaveLength(18);
  });

  it("2019-05 finds the disks of 32,300 and 6,146 GB", async () => {
    expect(sizes(await findings("2019-05"))).toEqual(["6146 GiB", "32300 GiB"]);
  });

  it("current judges them by its own limits", async () => {
    expect(sizes(await findings("current"))).toEqual([]);
  });

  it.each(["2016-12", "2019-05", "current"] as const)("%s decides on every machine", async (edition) => {
    const { summary, machines } = await findings(edition);
    expect(machines).toHaveLength(547);
    expect(summary.ready + summary.conditional + summary.notReady + summary.unknown).toBe(547);
    const twins = machines.filter(({ name }) => name === "MicrosoftAzureMigration");
    expect(twins).toHaveLength(2);
    for (const { verdict } of twins) expect(["unknown", "not-ready"]).toContain(verdict);
    expect(twins[0]?.decisiveFactsMissing).toEqual(expect.arrayContaining(["disks[].sizeGiB", "disks[].os"]));
  });
});
