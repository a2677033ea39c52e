import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { EstateMachine } from "../../../estate/document";
import { loadMatrix } from "../../../limits/matrix/load";
import type { Limit } from "../../../limits/matrix/schema";
import { planPages } from "../../../reports/plan/pages";
import { parseLandingZone } from "../../../landing-zone/read";
import { writeLandingZone } from "../../../landing-zone/write";
import { estate, machine, planOf } from "./estates";

const withStatic = (name: string, ...addresses: readonly string[]): EstateMachine =>
  machine(name, {
    nics: addresses.map((address) => ({ network: "LAN", ipv4: [address], assignment: "static" as const })),
  });
const keep = { recoverySubnets: new Map([["LAN", "192.168.7.0/24"]]) };

describe("fixed addresses", () => {
  it("are kept in a subnet that holds them, unless Azure or another machine has them", () => {
    const planned = planOf(
      estate([
        withStatic("a", "192.168.7.4"),
        withStatic("b", "192.168.7.3"),
        withStatic("c", "192.168.7.255"),
        withStatic("d", "192.168.7.4"),
        withStatic("e", "192.168.8.9"),
        withStatic("f", "192.168.7.254"),
      ]),
      keep,
    );
    expect(planned.addresses.map(({ machine: name, kept, why }) => [name, kept, why.slice(0, 20)])).toEqual([
      ["a", true, "It lies in 192.168.7"],
      ["b", false, "Azure keeps the firs"],
      ["c", false, "Azure keeps the firs"],
      ["d", false, "Another machine has "],
      ["e", false, "It lies outside 192."],
      ["f", true, "It lies in 192.168.7"],
    ]);
    const [zone] = planned.landingZones;
    expect(zone?.networks?.recovery).toMatchObject({
      addressSpaces: ["192.168.7.0/24"],
      subnets: [{ name: "lan", addressPrefix: "192.168.7.0/24" }],
    });
    expect(zone?.machines?.["a"]?.nics).toMatchObject([{ subnet: "lan", staticIp: "192.168.7.4" }]);
    expect(zone?.machines?.["d"]?.nics?.[0]).not.toHaveProperty("staticIp");
  });

  it("are not kept in a subnet of another range, and the plan says so", () => {
    const planned = planOf(estate([withStatic("a", "192.168.7.4")]));
    expect(planned.addresses).toMatchObject([
      { machine: "a", kept: false, why: expect.stringContaining("--recovery-subnet") as string },
    ]);
  });

  test.prop([fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 })], { numRuns: 25 })(
    "are given once, and every one is accounted for",
    (hosts) => {
      const planned = planOf(
        estate(hosts.map((host, index) => withStatic(`m${index}`, `192.168.7.${host}`))),
        keep,
      );
      const kept = planned.addresses.filter((each) => each.kept).map(({ address }) => address);
      expect(new Set(kept).size).toBe(kept.length);
      expect(new Set(kept)).toEqual(
        new Set(hosts.filter((host) => host > 3 && host < 255).map((host) => `192.168.7.${host}`)),
      );
      expect(planned.addresses).toHaveLength(hosts.length);
      for (const zone of planned.landingZones) {
        expect(parseLandingZone(writeLandingZone(zone, "test"))).toEqual(zone);
      }
    },
  );
});

describe("the quota", () => {
  it("is the sum of the cores, and unknown where one is", () => {
    const cores = (...counts: readonly (number | undefined)[]) =>
      planOf(
        estate(
          counts.map((cpuCores, index) => machine(`m${index}`, cpuCores === undefined ? {} : { cpuCores })),
        ),
      ).zones[0]?.vcpus;
    expect(cores(2, 8)).toMatchObject({ value: 10 });
    expect(cores(2, undefined)).toMatchObject({ value: null, lacks: ["cores of 1 of 2 machines"] });
  });
});

describe("volumes of Hyper-V hosts", () => {
  const hyperv = (name: string, more: Partial<EstateMachine>): EstateMachine =>
    machine(name, { kind: "hyperv-vm", generation: 1, host: "hv1", ...more });
  const disk = (sizeGiB: number, datastore?: string) => ({
    name: `disk ${sizeGiB}`,
    sizeGiB,
    os: sizeGiB === 100,
    ...(datastore === undefined ? {} : { datastore }),
  });

  it("need what the first copy can make wait, less what is free", () => {
    const planned = planOf(
      estate(
        [hyperv("a", { disks: [disk(100, "D:"), disk(40, "E:")] }), hyperv("b", { disks: [disk(100)] })],
        {
          scenario: "hyperv-to-azure",
          hosts: [{ name: "HV1", kind: "hyperv", datastores: [{ name: "d:", freeGiB: 30 }] }],
        },
      ),
    );
    expect(planned.hyperVVolumes).toMatchObject([
      { owner: "hv1", volume: "D:", disks: 1, need: { value: 100 }, missing: { value: 70 } },
      { owner: "hv1", volume: "E:", need: { value: 40 }, missing: { value: null } },
    ]);
    expect(planned.hyperVVolumes[1]?.missing.lacks?.[0]).toContain("freeGiB");
  });
});

describe("firewall lists and prerequisites", () => {
  it("borrow hosts of another edition where the own one names none, and say so", () => {
    const hyperV = machine("a", { kind: "hyperv-vm" });
    const planned = planOf(estate([hyperV], { scenario: "hyperv-to-azure" }));
    const rows = planned.documents[0]?.firewall.filter(({ role }) => role === "hyperv-host") ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const { source } of rows) expect(source).toMatch(/^edition 2016-12,/);
    const page = planPages(planned).find(({ name }) => name === "firewall-hyperv-to-azure.md");
    expect(page?.text).toContain("rows of another edition");
    const own = planPages(planOf(estate([machine("b")])))[0]?.text ?? "";
    expect(own).not.toContain("rows of another edition");
  });

  it.each(["2016-12", "2019-05", "current"] as const)("edition %s: come from the matrix alone", (edition) => {
    const { documents } = planOf(estate([machine("a")]), {}, edition);
    const sourcesOf = (limits: readonly Limit[]): ReadonlySet<string> =>
      new Set(
        limits.map(
          ({ edition: own, source: { document, section } }) =>
            `edition ${own}, "${document}", section "${section}"`,
        ),
      );
    const items = documents.flatMap(({ prerequisites }) => prerequisites.flatMap((role) => role.items));
    const rows = documents.flatMap(({ firewall }) => firewall);
    expect(items.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(0);
    const own = sourcesOf(loadMatrix().filter((limit) => limit.edition === edition));
    for (const { source } of items) expect(own).toContain(source);
    const all = sourcesOf(loadMatrix());
    for (const { source } of rows) expect(all).toContain(source);
  });

  it("name every address and port of the appliance", () => {
    const planned = planOf(estate([machine("a")]));
    const urls = loadMatrix().find(
      ({ id, edition, scenarios }) =>
        id === "egress.urls" && edition === "current" && scenarios.includes("vmware-to-azure"),
    );
    const hosts = (urls?.value as readonly { readonly host: string }[]).map(({ host }) => host);
    const rows = planned.documents[0]?.firewall ?? [];
    expect(rows.flatMap((row) => (row.when === "always" ? (row.hosts ?? []) : [])).sort()).toEqual(
      hosts.sort(),
    );
    expect(
      rows.filter(({ direction }) => direction === "inbound").map(({ role, port }) => [role, port]),
    ).toEqual(
      expect.arrayContaining([
        ["appliance", 443],
        ["appliance", 9443],
      ]),
    );
  });

  it("are pages of Markdown, one a role", () => {
    const pages = planPages(planOf(estate([machine("a")])));
    const names = pages.map(({ name }) => name);
    expect(names).toContain("firewall-vmware-to-azure-modernized.md");
    expect(names).toContain("prerequisites-replication-appliance-vmware-to-azure-modernized.md");
    const appliance = pages.find(({ name }) => name.startsWith("prerequisites-replication-appliance"));
    expect(appliance?.text).toMatch(/\| Processor cores of the appliance \| .*8 cores \| required \|/);
    const classic = planPages(planOf(estate([machine("a")]), {}, "2019-05")).map(({ name }) => name);
    expect(classic).toContain("prerequisites-configuration-server-vmware-to-azure-classic.md");
    expect(classic).toContain("prerequisites-process-server-vmware-to-azure-classic.md");
  });
});
