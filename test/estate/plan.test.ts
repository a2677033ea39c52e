import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { assess } from "../../estate/assess";
import type { EstateDocument, EstateMachine } from "../../estate/document";
import { plan, type Plan, type PlanOptions } from "../../estate/plan";
import { diskTier } from "../../limits/disk-tiers";
import { readEstate } from "../../estate/read";
import type { LandingZone } from "../../landing-zone/document";
import { parseLandingZone } from "../../landing-zone/read";
import { writeLandingZone } from "../../landing-zone/write";
import type { Edition } from "../../limits/editions";
import { referenceAbsent, referenceInventory } from "./reference";

const machine = (name: string, more: Partial<EstateMachine> = {}): EstateMachine => ({
  name,
  kind: "vmware-vm",
  os: { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" },
  firmware: "bios",
  disks: [{ name: "Hard disk 1", sizeGiB: 100, os: true }],
  nics: [{ name: "Network adapter 1", network: "servers", ipv4: ["10.0.0.4"] }],
  ...more,
});

const estate = (machines: readonly EstateMachine[], more: Partial<EstateDocument> = {}): EstateDocument => ({
  schema: "asr-estate/1",
  scenario: "vmware-to-azure",
  target: { region: "westeurope" },
  ...more,
  machines,
});

const planOf = (document: EstateDocument, edition: Edition = "current", options: PlanOptions = {}): Plan =>
  plan(document, assess(document, { edition, asOf: "2026-01-01" }), options);

/** Source names of the machines of a landing zone. */
const namesOf = ({ machines = {} }: LandingZone): readonly string[] =>
  Object.entries(machines).map(([key, { sourceName }]) => sourceName ?? key);

const membersOf = (zone: LandingZone): readonly (readonly string[])[] =>
  (zone.recoveryPlans ?? []).map((recoveryPlan) =>
    "groups" in recoveryPlan ? recoveryPlan.groups.flatMap(({ machines }) => machines ?? []) : [],
  );

/** Every zone reads back from its text as the same document: valid, relations included. */
function expectValid({ landingZones }: Plan): void {
  for (const zone of landingZones) expect(parseLandingZone(writeLandingZone(zone, "test"))).toEqual(zone);
}

describe("a plan", () => {
  it("holds machines that are ready, and says why it leaves the others out", () => {
    const planned = planOf(
      estate([
        machine("web01"),
        machine("too-large", { disks: [{ sizeGiB: 5000, os: true }] }),
        machine("vague", { os: undefined }),
      ]),
    );
    expectValid(planned);
    expect(planned.landingZones.map(namesOf)).toEqual([["web01"]]);
    expect(planned.leftOut).toMatchObject([
      { name: "too-large", verdict: "not-ready", reasons: [expect.stringContaining("os-disk-max-size")] },
      { name: "vague", verdict: "unknown", reasons: [expect.stringContaining("os.family")] },
    ]);
  });

  it("gives every machine tier, subnet and a name that Azure takes", () => {
    const planned = planOf(
      estate([
        machine("My Server (1)", {
          id: "vm-7",
          disks: [
            { name: "Hard disk 1", sizeGiB: 100, os: true },
            { name: "Hard disk 2", sizeGiB: 1025, os: false },
          ],
        }),
        machine("my-server-1"),
      ]),
    );
    expectValid(planned);
    expect(planned.landingZones[0]?.machines).toMatchObject({
      "my-server-1": {
        sourceName: "My Server (1)",
        sourceId: "vm-7",
        azureName: "my-server-1",
        osFamily: "windows",
        disks: [{ targetTier: "E10" }, { targetTier: "E40" }],
        nics: [{ subnet: "servers", primary: true }],
      },
      "my-server-1-2": { sourceName: "my-server-1", azureName: "my-server-1-2" },
    });
  });

  it("keeps a multi-VM group whole: in one recovery plan, or out of it", () => {
    const group = (name: string, more: Partial<EstateMachine> = {}) =>
      machine(name, { multiVmGroup: "Shop", ...more });
    const whole = planOf(estate([group("a"), machine("b"), group("c")]), "2016-12");
    expect(membersOf(whole.landingZones[0] as LandingZone)).toEqual([["a", "c", "b"]]);
    const broken = planOf(estate([group("a"), machine("b"), group("c", { os: undefined })]));
    expect(broken.landingZones.map(namesOf)).toEqual([["b"]]);
    expect(broken.leftOut.map(({ name, reasons }) => [name, reasons[0]])).toEqual([
      ["a", expect.stringContaining("multi-VM group Shop is protected as a whole, and c cannot")],
      ["c", expect.stringContaining("os.family")],
    ]);
  });

  it("leaves out a multi-VM group that no recovery plan can hold", () => {
    const members = Array.from({ length: 51 }, (_, index) => machine(`m${index}`, { multiVmGroup: "all" }));
    const planned = planOf(estate(members), "2016-12");
    expect(planned.landingZones.map(namesOf)).toEqual([[]]);
    expect(planned.leftOut).toHaveLength(51);
    expect(planned.leftOut[0]?.reasons[0]).toContain("at most 50 machines in a recovery plan");
  });

  it.each([
    ["2016-12", 50],
    ["current", 100],
  ] as const)("cuts recovery plans at the size that edition %s documents", (edition, cap) => {
    const machines = Array.from({ length: cap + 1 }, (_, index) => machine(`m${index}`));
    const planned = planOf(estate(machines), edition);
    expect(membersOf(planned.landingZones[0] as LandingZone).map(({ length }) => length)).toEqual([cap, 1]);
  });

  it("cuts more carefully where the edition names no size, and says so", () => {
    const machines = Array.from({ length: 60 }, (_, index) => machine(`m${index}`));
    const planned = planOf(estate(machines), "2019-05");
    expect(membersOf(planned.landingZones[0] as LandingZone).map(({ length }) => length)).toEqual([50, 10]);
    expect(planned.assumptions).toContainEqual(expect.stringContaining("edition 2019-05 names no number"));
  });

  it("takes further landing zones when a documented cap is reached", () => {
    // 1,050 machines with three disks are 3,150 disks; 3,000 may lie in one subscription.
    const disks = [1, 2, 3].map((index) => ({ name: `Hard disk ${index}`, sizeGiB: 64, os: index === 1 }));
    const machines = Array.from({ length: 1050 }, (_, index) => machine(`m${index}`, { disks }));
    const planned = planOf(estate(machines));
    expectValid(planned);
    expect(planned.landingZones.map((zone) => namesOf(zone).length)).toEqual([1000, 50]);
    // 750 disks of unknown churn fill a cache account: further ones stand beside it, in the same landing zone.
    expect(planned.zones.map(({ cacheAccounts }) => cacheAccounts.map(({ load }) => load.value))).toEqual([
      [100, 100, 100, 100],
      [20],
    ]);
    expect(planned.landingZones.map((zone) => zone.additionalCacheStorage?.length)).toEqual([3, undefined]);
    const accounts = Object.values(planned.landingZones[0]?.machines ?? {}).map(
      (each) => each.cacheStorage ?? 1,
    );
    expect([1, 2, 3, 4].map((number) => accounts.filter((each) => each === number).length)).toEqual([
      250, 250, 250, 250,
    ]);
    const spaces = planned.landingZones.map(({ networks }) =>
      networks !== undefined && "addressSpaces" in networks.recovery
        ? networks.recovery.addressSpaces[0]
        : "",
    );
    expect(new Set(spaces).size).toBe(2);
  });

  it("has a subnet for every source network, outside the addresses of the inventory", () => {
    const nics = (network: string, address: string) => [{ network, ipv4: [address] }];
    const planned = planOf(
      estate([
        ...Array.from({ length: 100 }, (_, index) =>
          machine(`w${index}`, { nics: nics("VM Network", "10.128.1.4") }),
        ),
        machine("d", { nics: nics("dmz", "10.129.0.4") }),
      ]),
    );
    expect(planned.landingZones[0]?.networks?.recovery).toMatchObject({
      addressSpaces: ["10.130.0.0/16"],
      subnets: [
        { name: "vm-network", addressPrefix: "10.130.0.0/24" },
        { name: "dmz", addressPrefix: "10.130.1.0/27" },
      ],
    });
  });

  it.each([
    ["2016-12", { storageAccountKind: "Storage", storageSku: "Premium_LRS" }],
    ["2019-05", { storageAccountKind: "StorageV2", storageSku: "Standard_LRS" }],
    ["current", { storageAccountKind: "BlockBlobStorage", storageSku: "Premium_LRS" }],
  ] as const)(
    "edition %s: plans other storage where the target's is refused, and says so",
    (edition, wished) => {
      const planned = planOf(
        estate([machine("a")], { target: { region: "westeurope", ...wished } }),
        edition,
      );
      expectValid(planned);
      const [zone] = planned.landingZones;
      expect(zone?.cacheStorage).not.toMatchObject({
        kind: wished.storageAccountKind,
        sku: wished.storageSku,
      });
      expect(planned.assumptions).toContainEqual(
        expect.stringMatching(/storage account of the target is refused \(ASR-/),
      );
    },
  );

  it("plans what the target asks for where the documents accept it", () => {
    const target = {
      region: "westeurope",
      diskType: "premium-ssd" as const,
      storageAccountKind: "StorageV2",
      storageSku: "Standard_GRS",
    };
    const [zone] = planOf(estate([machine("a")], { target })).landingZones;
    expect(zone?.cacheStorage).toMatchObject({ kind: "StorageV2", sku: "Standard_GRS" });
    expect(zone?.machines?.["a"]).toMatchObject({ disks: [{ targetTier: "P10" }] });
  });

  it("plans the target's availability zone only where the scenario supports zones", () => {
    const target = { region: "westeurope", storageRegion: "northeurope", availabilityZone: "2" };
    const zones = (scenario: "vmware-to-azure" | "azure-to-azure", kind: "vmware-vm" | "azure-vm") => {
      const planned = planOf(estate([machine("a", { kind })], { target, scenario }));
      expectValid(planned);
      return planned;
    };
    const supported = zones("azure-to-azure", "azure-vm");
    expect(supported.landingZones[0]).toMatchObject({
      sourceRegion: "northeurope",
      machines: { a: { availabilityZone: "2" } },
      policies: [{ instanceType: "A2A" }],
    });
    const refused = zones("vmware-to-azure", "vmware-vm");
    expect(refused.landingZones[0]?.machines?.["a"]).not.toHaveProperty("availabilityZone");
    expect(refused.assumptions).toContainEqual(expect.stringContaining("availability zone 2 is refused"));
  });

  it("has a landing zone to fill later where no machine can be protected yet", () => {
    const planned = planOf(estate([machine("vague", { os: undefined })]));
    expectValid(planned);
    expect(planned.landingZones).toHaveLength(1);
  });

  it("has a landing zone for each scenario", () => {
    const planned = planOf(
      estate([machine("a"), machine("b"), machine("c", { scenario: "physical-to-azure", kind: "physical" })]),
    );
    expect(planned.landingZones.map(({ scenario }) => scenario)).toEqual([
      "vmware-to-azure",
      "physical-to-azure",
    ]);
    expect(planned.landingZones.map(({ vault }) => ("name" in vault ? vault.name : ""))).toEqual([
      "rsv-asr-westeurope",
      "rsv-asr-westeurope-2",
    ]);
  });
});

const anyMachine = fc
  .record({
    name: fc.constantFrom("web", "Web", "db", "db 1", "app.local", "ß", "x".repeat(80)),
    id: fc.option(fc.integer({ min: 1, max: 400 }).map(String), { nil: undefined }),
    group: fc.option(fc.constantFrom("shop", "erp", "SHOP"), { nil: null }),
    known: fc.boolean(),
    sizeGiB: fc.constantFrom(10, 1000, 1023, 1024, 5000),
    disks: fc.integer({ min: 1, max: 40 }),
    network: fc.constantFrom("a", "b", undefined),
    physical: fc.boolean(),
  })
  .map(({ name, id, group, known, sizeGiB, disks, network, physical }): EstateMachine =>
    machine(name, {
      ...(id === undefined ? {} : { id }),
      multiVmGroup: group,
      ...(known ? {} : { os: undefined }),
      disks: Array.from({ length: disks }, (_, index) => ({ name: `d${index}`, sizeGiB, os: index === 0 })),
      nics: [network === undefined ? {} : { network }],
      ...(physical ? { scenario: "physical-to-azure", kind: "physical" } : {}),
    }),
  );

describe("of any estate", () => {
  const estates = fc.array(anyMachine, { minLength: 1, maxLength: 160 });
  const anyEdition = fc.constantFrom<Edition>("2016-12", "2019-05", "current");

  test.prop([estates, anyEdition, fc.integer({ min: 1, max: 60 })], { numRuns: 40 })(
    "nobody is lost or planned twice, no cap is exceeded, and the zones are valid",
    (machines, edition, machinesPerVault) => {
      const planned = planOf(estate(machines), edition, { machinesPerVault });
      expectValid(planned);
      const names = [...planned.landingZones.flatMap(namesOf), ...planned.leftOut.map(({ name }) => name)];
      // A name that is its own key in lower case is not repeated in the zone.
      expect(names.map((name) => name.toLowerCase()).sort()).toEqual(
        machines.map(({ name }) => name.toLowerCase()).sort(),
      );
      for (const zone of planned.landingZones) {
        const inPlans = membersOf(zone);
        expect(inPlans.flat().sort()).toEqual(Object.keys(zone.machines ?? {}).sort());
        expect(Math.max(0, ...inPlans.map(({ length }) => length))).toBeLessThanOrEqual(
          edition === "current" ? 100 : 50,
        );
        expect(Object.keys(zone.machines ?? {}).length).toBeLessThanOrEqual(machinesPerVault);
      }
    },
  );

  test.prop([estates, anyEdition], { numRuns: 30 })(
    "a multi-VM group stays together",
    (machines, edition) => {
      const planned = planOf(estate(machines), edition);
      const places = new Map<string, Set<string>>();
      planned.landingZones.forEach((zone, zoneIndex) => {
        membersOf(zone).forEach((keys, planIndex) => {
          for (const key of keys) {
            const group = zone.machines?.[key]?.multiVmGroup;
            if (group === undefined || group === null) continue;
            const place = `${zone.scenario} ${group.toLowerCase()}`;
            places.set(place, (places.get(place) ?? new Set()).add(`${zoneIndex} ${planIndex}`));
          }
        });
      });
      for (const where of places.values()) expect(where.size).toBe(1);
    },
  );

  test.prop([estates, anyEdition, fc.infiniteStream(fc.nat())], { numRuns: 30 })(
    "the plan does not depend on the order of the inventory",
    (machines, edition, random) => {
      const shuffled = machines
        .map((value) => ({ value, key: random.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value);
      expect(planOf(estate(shuffled), edition)).toEqual(planOf(estate(machines), edition));
    },
  );
});

describe("disk tiers", () => {
  it.each([
    [1, "P1"],
    [4, "P1"],
    [5, "P2"],
    [128, "P10"],
    [129, "P15"],
    [1024, "P30"],
    [1025, "P40"],
    [32767, "P80"],
    [32768, undefined],
  ])("a premium disk of %d GiB is %s", (size, tier) => {
    expect(diskTier("premium-ssd", size)).toBe(tier);
  });

  it("start at S4 for hard disks and exist for managed disks only", () => {
    expect(diskTier("standard-hdd", 4)).toBe("S4");
    expect(diskTier("storage-account", 4)).toBeUndefined();
  });
});

describe.skipIf(referenceAbsent !== undefined)(`the published assessment ${referenceAbsent ?? ""}`, () => {
  it.each(["2016-12", "2019-05", "current"] as const)(
    "is planned by edition %s, every machine once",
    async (edition) => {
      const { document } = await readEstate([
        referenceInventory("azure-migrate-assessment-export/As is PAYG.xlsx"),
      ]);
      const assessment = assess(document, { edition, asOf: "2026-01-01" });
      const planned = plan(document, assessment);
      expectValid(planned);
      const { ready, conditional } = assessment.summary;
      expect(planned.landingZones.reduce((sum, zone) => sum + namesOf(zone).length, 0)).toBe(
        ready + conditional,
      );
      expect(planned.leftOut).toHaveLength(547 - ready - conditional);
    },
  );
});
