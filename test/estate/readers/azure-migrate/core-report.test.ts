import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../temporary-folder";
import { buildWorkbook, type CellValue } from "../../workbook/build-workbook";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const header =
  "Machine Name|Environment|Azure VM Readiness|Azure VM Readiness - Warnings|Operating System|VM Host|Boot Type|Cores|Memory (in MB)|Storage (in GB)|Network Adapters|IP Addresses|MAC Addresses|Disk Names|Azure Disk Readiness|Machine ID".split(
    "|",
  );
const id = (name: string): string =>
  `/subscriptions/s/resourcegroups/g/providers/microsoft.offazure/vmwaresites/site/machines/${name}`;

const web: CellValue[] = [
  ...["web", "Prod", "Ready", "NotApplicable", "Microsoft Windows Server 2019 (64-bit)", "10.0.0.9", "EFI"],
  ...[2, 4096, 127.5, 1, "[10.0.0.1,fe80::1];", "[00:50:56:00:00:01];", "scsi0:0;", "Ready;", id("web")],
];
const db: CellValue[] = [
  ...["db", "Prod", "Ready With Conditions", "EndorsedWithConditionsLinuxDistributions; Another"],
  ...["CentOS 7 (64-bit)", "10.0.0.9", "BIOS", 0, 0, 300, 0, "[];", null, "scsi0:1;scsi0:0;", "Ready;Ready;"],
  id("db"),
];

const all = "All_VM_IaaS_Server_Rehost_Perf";
const read = (sheets: Record<string, CellValue[][]>) =>
  readNoted([
    write("core.xlsx", buildWorkbook({ Properties: [["Target Region"], ["Central US"]], ...sheets })),
  ]);

describe("Azure Migrate core report", () => {
  it("has the size of a single disk, and of several the names alone", async () => {
    const { machines, document, messages } = await read({
      VM_IaaS_Server_Rehost_Perf: [header, web],
      [all]: [header, web, db],
    });
    expect(document.target).toEqual({ region: "centralus" });
    expect(machines).toEqual([
      {
        name: "web",
        id: id("web"),
        kind: "vmware-vm",
        os: { family: "windows", name: "Windows Server", version: "2019", architecture: "x64" },
        firmware: "uefi",
        cpuCores: 2,
        memoryMiB: 4096,
        disks: [{ name: "scsi0:0", sizeGiB: 127.5, os: true }],
        nics: [{ macAddress: "00:50:56:00:00:01", ipv4: ["10.0.0.1"], ipv6: ["fe80::1"] }],
        host: "10.0.0.9",
        azureMigrate: { readiness: "ready" },
      },
      {
        name: "db",
        id: id("db"),
        kind: "vmware-vm",
        os: { family: "linux", name: "CentOS", version: "7", architecture: "x64" },
        firmware: "bios",
        disks: [
          { name: "scsi0:1", os: false },
          { name: "scsi0:0", os: true },
        ],
        nics: [{}],
        host: "10.0.0.9",
        azureMigrate: {
          readiness: "conditional",
          issues: ["EndorsedWithConditionsLinuxDistributions", "Another"],
        },
      },
    ]);
    expect(messages).toContainEqual(expect.stringContaining('row 3, column "Storage (in GB)": Of several'));
  });

  it("says when it has the machines of one strategy only", async () => {
    const { machines, messages } = await read({ "VM_IaaS_Server_Rehost_As-is": [header, web] });
    expect(machines).toHaveLength(1);
    expect(messages).toContainEqual(expect.stringContaining("one strategy only"));
  });

  it("compares no readiness that it does not know", async () => {
    const { machines, messages } = await read({ [all]: [header, web.with(2, "Splendid")] });
    expect(machines[0]).not.toHaveProperty("azureMigrate");
    expect(messages).toContainEqual(
      expect.stringContaining('row 2, column "Azure VM Readiness": "Splendid" is no readiness'),
    );
  });
});
