import { describe, expect, it } from "vitest";
import { assess } from "../../../../estate/assess";
import { readEstate } from "../../../../estate/read";
import { temporaryFolder } from "../../temporary-folder";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const group = "/subscriptions/s/resourceGroups/g/providers";
const vm = {
  id: `${group}/Microsoft.Compute/virtualMachines/web01`,
  name: "web01",
  type: "microsoft.compute/virtualmachines",
  location: "West Europe",
  zones: ["2"],
  properties: {
    vmId: "5a1b",
    storageProfile: {
      imageReference: {
        publisher: "Canonical",
        offer: "0001-com-ubuntu-server-jammy",
        sku: "22_04-lts-gen2",
      },
      osDisk: {
        osType: "Linux",
        name: "web01-os",
        caching: "ReadWrite",
        managedDisk: { id: `${group}/Microsoft.Compute/disks/WEB01-OS` },
      },
      dataDisks: [
        {
          lun: 0,
          name: "web01-data",
          diskSizeGB: 512,
          caching: "None",
          managedDisk: { id: `${group}/x/disks/none`, storageAccountType: "UltraSSD_LRS" },
          writeAcceleratorEnabled: true,
        },
      ],
    },
    networkProfile: { networkInterfaces: [{ id: `${group}/Microsoft.Network/networkInterfaces/nic` }] },
    securityProfile: { securityType: "TrustedLaunch" },
    extended: {
      instanceView: {
        computerName: "web01",
        hyperVGeneration: "V2",
        powerState: { code: "PowerState/running" },
        osName: "ubuntu",
        osVersion: "20.04",
      },
    },
  },
};
const disk = {
  id: `${group}/microsoft.compute/disks/web01-os`,
  name: "web01-os",
  type: "microsoft.compute/disks",
  sku: { name: "Premium_LRS" },
  properties: { diskSizeGB: 128, maxShares: 2, creationData: { logicalSectorSize: 4096 } },
};
const nic = {
  id: `${group}/microsoft.network/networkinterfaces/nic`,
  name: "nic",
  type: "microsoft.network/networkinterfaces",
  properties: {
    macAddress: "00-0D-3A",
    enableAcceleratedNetworking: true,
    ipConfigurations: [
      {
        properties: {
          privateIPAddress: "10.0.0.4",
          privateIPAllocationMethod: "Static",
          subnet: { id: `${group}/Microsoft.Network/virtualNetworks/spoke/subnets/web` },
          applicationSecurityGroups: [{ id: "asg" }],
        },
      },
    ],
  },
};
const web01 = {
  name: "web01",
  id: vm.id,
  kind: "azure-vm",
  os: { family: "linux", name: "Ubuntu", version: "20.04" },
  generation: 2,
  firmware: "uefi",
  hostName: "web01",
  powerState: "on",
  marketplaceImage: true,
  disks: [
    {
      name: "web01-os",
      sizeGiB: 128,
      kind: "managed",
      sku: "Premium_LRS",
      caching: "ReadWrite",
      ephemeral: false,
      writeAccelerator: false,
      shared: true,
      performancePlus: false,
      logicalSectorBytes: 4096,
      os: true,
    },
    {
      name: "web01-data",
      sizeGiB: 512,
      kind: "managed",
      sku: "UltraSSD_LRS",
      caching: "None",
      ephemeral: false,
      writeAccelerator: true,
      os: false,
    },
  ],
  nics: [
    {
      name: "nic",
      macAddress: "00-0D-3A",
      ipv4: ["10.0.0.4"],
      ipv6: [],
      assignment: "static",
      network: "spoke",
      acceleratedNetworking: true,
      applicationSecurityGroups: ["asg"],
    },
  ],
  azure: {
    vmId: "5a1b",
    region: "westeurope",
    zone: "2",
    dedicatedHost: false,
    scaleSet: null,
    securityType: "TrustedLaunch",
  },
};

describe("Azure Resource Graph", () => {
  it("joins machines with disks and interfaces, in one export", async () => {
    const { document, machines } = await readNoted([
      write("all.json", JSON.stringify({ count: 3, data: [vm, disk, nic], total_records: 3 })),
    ]);
    expect(document.scenario).toBe("azure-to-azure");
    expect(machines).toEqual([web01]);
    expect(assess(document, { asOf: "2026-01-01" }).machines[0]?.scenario).toBe("azure-to-azure");
  });

  it("keeps the tags of machines", async () => {
    const tags = { wave: "1", "cost centre": "42", odd: 7 };
    const { machines } = await readNoted([
      write("tagged.json", JSON.stringify([{ ...vm, tags }, disk, nic])),
    ]);
    expect(machines).toEqual([{ ...web01, tags: { wave: "1", "cost centre": "42" } }]);
  });

  it("joins several files, JSON or the portal's CSV", async () => {
    const cell = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const csv = `id,name,type,location,zones,sku,properties\r\n${[disk, nic]
      .map((one) =>
        [one.id, one.name, one.type, "", "", cell("sku" in one ? one.sku : null), cell(one.properties)].join(
          ",",
        ),
      )
      .join("\r\n")}\r\n`;
    const { machines } = await readNoted([write("vms.json", JSON.stringify([vm])), write("rest.csv", csv)]);
    expect(machines).toEqual([web01]);
  });

  it("says what machines alone leave open, and takes the image where the agent says nothing", async () => {
    const { machines, messages } = await readNoted([
      write("vm.json", JSON.stringify([{ ...vm, properties: { ...vm.properties, extended: {} } }])),
    ]);
    expect(machines[0]?.os).toEqual({ family: "linux", name: "Ubuntu", version: "22.04" });
    expect(machines[0]?.disks?.[0]?.sizeGiB).toBeUndefined();
    for (const text of [
      "There is no microsoft.compute/disks",
      "There is no microsoft.network/networkinterfaces",
      "that of the image counts",
    ]) {
      expect(messages).toContainEqual(expect.stringContaining(text));
    }
  });

  it("names resources that are cut off, and refuses resources without a machine", async () => {
    const { messages } = await readNoted([
      write("cut.json", JSON.stringify([vm, { ...disk, properties: "System.Collections.Hashtable" }])),
    ]);
    expect(messages).toContainEqual(
      expect.stringMatching(
        /cut\.json, row 2, column "properties": "System\.Collections\.Hashtable" is no resource/,
      ),
    );
    await expect(readEstate([write("disks.json", JSON.stringify([disk]))])).rejects.toThrow(
      /lists no machine/,
    );
  });
});
