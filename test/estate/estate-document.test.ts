import Ajv2020 from "ajv/dist/2020";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { estateJsonSchema, type EstateDocument } from "../../estate/document";
import { readEstate } from "../../estate/read";
import { parseEstateDocument } from "../../estate/readers/estate-document";
import { NoteCollector } from "../../estate/reading-note";
import type { machine, site } from "../../estate/schema.gen";
import type { DeepReadonly } from "../../landing-zone/document";
import type { Machine } from "../../limits/facts/machine";
import type { Site } from "../../limits/facts/site";
import { fixture } from "./fixture";
import { temporaryFolder } from "./temporary-folder";

const write = temporaryFolder();

/** Every name that is fixed from outside; nothing in it may be unknown. */
const everyFixedName = `
schema: asr-estate/1
scenario: vmware-to-azure
experience: classic
intent: disaster-recovery
target: {region: westeurope, vaultRegion: westeurope, availabilityZone: "1", availabilitySet: true, diskType: premium-ssd, storageAccountKind: Storage, storageSku: Standard_LRS}
vcenter: {version: "6.5"}
hosts: [{name: esx1, version: "6.5", kind: vsphere, nicTeaming: false, datastores: [{name: ds1, kind: vmfs}]}]
vmm: {version: 2012 R2, topology: single}
appliance: {cpuCores: 8, memoryGiB: 32}
storageReplication: san
egress: [{from: configuration-server, host: login.microsoftonline.com, port: 443, allowed: true}]
configurationServer:
  cpuCores: 8
  memoryGiB: 16
  hostName: cs01
  os: {name: Windows Server, version: "2016", locale: en-US, installationType: full}
  disks: [{role: os, sizeGiB: 80, freeGiB: 40}, {role: process-server-cache}, {role: retention}]
  staticIp: true
  windowsRoles: []
  isDomainController: false
  groupPolicies: []
  iis: {defaultWebsite: false}
machines:
  - name: db01
    id: vm-12
    azureName: db01
    kind: vmware-vm
    os: {family: linux, name: Ubuntu, version: "16.04", servicePack: null, edition: null, architecture: x64, kernel: 4.15.0-1040-azure, lisInstalled: true}
    mobilityServiceVersion: "9.24"
    firmware: bios
    secureBoot: false
    generation: 1
    cpuCores: 4
    memoryMiB: 16384
    disks: [{name: Hard disk 1, sizeGiB: 100, os: true, kind: vmdk, shared: false, dynamic: false, encrypted: null, logicalSectorBytes: 512, physicalSectorBytes: 512, partitionTable: mbr, partitionCount: 2, targetType: premium-ssd, targetTier: P30, bitLockerEnabled: false, churn: {averageMBps: 2, peakMBps: 9, dailyGB: 80, averageIoKB: 16}}]
    volumes: [{mount: /, fileSystem: ext4, sizeGiB: 90, freeMiB: 9000, manager: lvm, disks: [Hard disk 1], xfsFtype: 1}]
    nics: [{name: eth0, macAddress: "00:50:56:00:00:01", ipv4: [10.0.0.4], ipv6: [], assignment: static, teamed: false, type: VMXNET3}]
    multiVmGroup: null
    vmxParameters: {disk.EnableUUID: "TRUE"}
    vmwareTools: {installed: true, running: true}
    firewall: {inboundAllowedPorts: [20004]}
    dockerDiskConfiguration: false
    storageControllers: [{driver: pvscsi}]
    osDrive: "C:"
`;

it("has exactly the facts that rules know", () => {
  expectTypeOf<DeepReadonly<z.infer<typeof machine>>>().toEqualTypeOf<DeepReadonly<Machine>>();
  expectTypeOf<DeepReadonly<z.infer<typeof site>>>().toEqualTypeOf<DeepReadonly<Site>>();
});

describe("reading", () => {
  it("knows every name that is fixed, and loses none", () => {
    const notes = new NoteCollector();
    const document = parseEstateDocument(everyFixedName, notes);
    expect(notes.notes()).toEqual([]);
    expect(document.machines[0]).toMatchObject({
      os: { servicePack: null, edition: null, kernel: "4.15.0-1040-azure" },
      multiVmGroup: null,
      disks: [{ encrypted: null, churn: { dailyGB: 80 } }],
      vmxParameters: { "disk.EnableUUID": "TRUE" },
    });
    expect(document.configurationServer?.disks?.[0]).toEqual({ role: "os", sizeGiB: 80, freeGiB: 40 });
  });

  it("reports unknown keys once each and leaves them out", async () => {
    const file = write(
      "keys.yaml",
      "schema: asr-estate/1\ncolour: red\nmachines:\n  - {name: a, colour: red}\n  - {name: b, colour: blue, disks: [{size: 4}]}\n",
    );
    const { document, notes } = await readEstate([file]);
    expect(document.machines).toEqual([{ name: "a" }, { name: "b", disks: [{}] }]);
    expect(notes.map(({ severity, message }) => [severity, message.slice(file.length)])).toEqual([
      ["warning", ", colour: The key is unknown and ignored."],
      ["warning", ", machines[].colour: The key is unknown and ignored (2 times)."],
      ["warning", ", machines[].disks[].size: The key is unknown and ignored."],
    ]);
  });

  it("takes null as not known", () => {
    const document = parseEstateDocument(
      "schema: asr-estate/1\nmachines: [{name: a, cpuCores: null, firmware: }]",
      new NoteCollector(),
    );
    expect(document.machines).toEqual([{ name: "a" }]);
  });

  it.each([
    [
      "a number as text",
      "machines: [{name: a, cpuCores: many}]",
      "2:32",
      "machines[0].cpuCores: ",
      "expected number",
    ],
    [
      "a version as a number",
      "machines: [{name: a, os: {version: 16.10}}]",
      "2:36",
      "machines[0].os.version: ",
      "in quotes",
    ],
    [
      "a value that is none of a list",
      "machines: [{name: a, firmware: efi}]",
      "2:32",
      "machines[0].firmware: ",
      '"bios"|"uefi"',
    ],
    [
      "a negative size",
      "machines: [{name: a, disks: [{sizeGiB: -1}]}]",
      "2:40",
      "machines[0].disks[0].sizeGiB: ",
      ">=0",
    ],
    ["a blank name", 'machines: [{name: " "}]', "2:19", "machines[0].name: ", "not blank"],
    ["a machine without a name", "machines: [{id: vm-1}]", "2:12", "machines[0].name: ", "missing"],
    ["machines that are no list", "machines: {a: {}}", "2:11", "machines: ", "expected array"],
  ])("refuses %s with line, column and path", async (_, text, position, path, message) => {
    const file = write("wrong.yaml", `schema: asr-estate/1\n${text}\n`);
    const error: unknown = await readEstate([file]).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toContain(`${file}:${position}, ${path}`);
    expect((error as Error).message).toContain(message);
  });

  it("refuses a wrong type in JSON with line and column, too", async () => {
    const file = write(
      "wrong.json",
      '{"schema": "asr-estate/1",\n "machines": [{"name": "a",\n  "cpuCores": "4"}]}',
    );
    await expect(readEstate([file])).rejects.toThrow(`${file}:3:15, machines[0].cpuCores:`);
  });

  const json = JSON.stringify({
    schema: "asr-estate/1",
    machines: [{ name: "Zürich-01", kind: "physical" }],
  });
  it.each([
    ["UTF-8", Buffer.from(json)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${json}`)],
    ["UTF-16LE with a mark", Buffer.from(`\ufeff${json}`, "utf16le")],
    ["UTF-16BE with a mark", Buffer.from(`\ufeff${json}`, "utf16le").swap16()],
    [
      "YAML in UTF-16",
      Buffer.from("\ufeffschema: asr-estate/1\nmachines: [{name: Zürich-01, kind: physical}]\n", "utf16le"),
    ],
  ])("reads %s, whatever the file is called", async (_, content) => {
    const { document } = await readEstate([write("estate.txt", content)]);
    expect(document.machines).toEqual([{ name: "Zürich-01", kind: "physical" }]);
  });

  it("reads what machines share from merge keys, where their own facts win", async () => {
    const file = write(
      "merged.yaml",
      "schema: asr-estate/1\nmachines:\n  - &base {name: a, cpuCores: 2, firmware: bios}\n  - {<<: *base, name: b, cpuCores: 4}\n",
    );
    const { document, notes } = await readEstate([file]);
    expect(notes).toEqual([]);
    expect(document.machines).toEqual([
      { name: "a", cpuCores: 2, firmware: "bios" },
      { name: "b", cpuCores: 4, firmware: "bios" },
    ]);
  });

  it.each(["5", "text", "[1]"])("refuses the merge key of %s", async (merged) => {
    const file = write("merge.yaml", `schema: asr-estate/1\nmachines: [{name: a, <<: ${merged}}]\n`);
    await expect(readEstate([file])).rejects.toThrow(/merge\.yaml.*merge key \(<<\)/);
  });

  it("notes machines that have one id, and judges both", async () => {
    const file = write(
      "ids.yaml",
      "schema: asr-estate/1\nmachines: [{name: a, id: vm-1}, {name: b, id: VM-1}, {name: c, id: vm-2}, {name: d}]\n",
    );
    const { document, notes } = await readEstate([file]);
    expect(document.machines).toHaveLength(4);
    expect(notes).toMatchObject([{ severity: "warning", count: 1 }]);
    expect(notes[0]?.message).toContain('"a" and "b" have one id, "VM-1"');
  });

  it("reads one operating system that hundreds of machines refer to", async () => {
    const machines = Array.from({ length: 500 }, (_, index) => `  - {name: m${index}, os: *os}`).join("\n");
    const file = write(
      "aliases.yaml",
      `schema: asr-estate/1\nmachines:\n  - {name: first, os: &os {family: linux, name: Ubuntu, version: "20.04"}}\n${machines}\n`,
    );
    expect((await readEstate([file])).document.machines).toHaveLength(501);
  });
});

it("is what every reader produces: written and read again it is the same", async () => {
  const { document } = await readEstate([fixture("rvtools-4.xlsx")]);
  const notes = new NoteCollector();
  const again: EstateDocument = parseEstateDocument(JSON.stringify(document), notes);
  expect(again).toEqual(document);
  expect(notes.notes()).toEqual([]);
});

describe("JSON Schema", () => {
  const validate = new Ajv2020({ strict: false }).compile(estateJsonSchema());

  it("accepts what is read, unknown keys included", async () => {
    const { document } = await readEstate([fixture("azure-migrate.xlsx")]);
    expect(validate({ ...document, colour: "red" })).toBe(true);
  });

  it("refuses a wrong type", () => {
    expect(validate({ schema: "asr-estate/1", machines: [{ name: "a", cpuCores: "4" }] })).toBe(false);
  });
});
