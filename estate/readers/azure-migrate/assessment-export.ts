import { quoted } from "../../../landing-zone/input-error";
import type { Disk } from "../../../limits/facts/machine";
import { normalizeRegion } from "../../../limits/facts/region";
import { bootDiskEvidence, findBootDisk, parseDiskPosition } from "../../boot-disk";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import { machineColumns, machineFacts, measured } from "./machines";
import { MachinesByName } from "../machines-by-name";
import type { ReaderOptions, TableReader } from "../reader";

const diskColumns = {
  machine: ["Machine"],
  name: ["Disk name"],
  size: ["Source disk size(GB)"],
} as const;

const propertyColumns = { property: ["Property"], value: ["Selected value"] } as const;

interface Draft {
  readonly facts: EstateMachine;
  readonly disks: Disk[];
}

/**
 * Workbook of an Azure Migrate server assessment (sheets `All_Assessed_Machines`, `All_Assessed_Disks`).
 *
 * Sizes called GB are GiB. Performance figures are not read: they are percentiles of reads and writes, not
 * churn, and where nothing was measured they are 0 or `Not applicable`. The sheets join by the machine's
 * name, which need not be unique: disks of a shared name are attributed to nobody.
 */
export const azureMigrateAssessment: TableReader = {
  title: "Azure Migrate assessment",
  expected: "Azure Migrate assessment: sheets All_Assessed_Machines and All_Assessed_Disks",
  recognize: (headers) =>
    [...headers].find(
      ([sheet, header]) =>
        normalizeHeader(sheet) === "all_assessed_machines" ||
        (hasColumn(header, "Machine") && hasColumn(header, "Azure VM readiness")),
    )?.[0],
  read: readAssessmentExport,
};

function hasColumn(header: readonly string[], name: string): boolean {
  return header.some((text) => normalizeHeader(text) === normalizeHeader(name));
}

async function readAssessmentExport(
  tables: TableSet,
  machineTable: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const drafts: Draft[] = [];
  const byName = new MachinesByName<Draft>();
  await readTable(tables, machineTable, machineColumns, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return;
    }
    const draft = { facts: machineFacts(name, row), disks: [] };
    if (measured(row, "os") !== undefined && draft.facts.os === undefined) {
      row.doubtful("os", "names no operating system that is known");
    }
    drafts.push(draft);
    byName.add(name, draft);
  });

  const unattributed = new Map<string, Disk[]>();
  const diskTable = tables.sheets.find((sheet) => normalizeHeader(sheet) === "all_assessed_disks");
  if (diskTable === undefined) {
    notes.warning("There is no sheet All_Assessed_Disks: nothing is known of the disks.", {
      file: tables.file,
    });
  } else {
    await readTable(tables, diskTable, diskColumns, ["machine"], notes, (row) => {
      const name = row.text("machine");
      if (name === undefined) {
        notes.warning("The row has no machine name and is left out.", row.placeOf("machine"));
        return;
      }
      const sizeGiB = row.amount("size");
      const diskName = row.text("name");
      const disk: Disk = {
        ...(diskName === undefined ? {} : { name: diskName }),
        ...(sizeGiB === undefined ? {} : { sizeGiB }),
      };
      const owners = byName.find(name);
      if (owners.length === 1) owners[0]?.disks.push(disk);
      else if (owners.length === 0) {
        notes.warning(
          `The disk's machine ${quoted(name)} is not among the machines; the disk is left out.`,
          row.placeOf("machine"),
          "no such machine",
        );
      } else {
        const known = unattributed.get(name);
        if (known === undefined) unattributed.set(name, [disk]);
        else known.push(disk);
      }
    });
  }
  for (const [machine, disks] of unattributed) {
    notes.warning(
      `${byName.find(machine).length} machines have the name ${quoted(machine)} and nothing else tells them apart: ` +
        `whose the ${disks.length} disks are is unknown.`,
      { file: tables.file, ...(diskTable === undefined ? {} : { sheet: diskTable }) },
    );
  }

  const machines = drafts.map((draft) =>
    finish(draft, byName.find(draft.facts.name).length > 1, notes, tables.file, options),
  );
  const region = await targetRegion(tables, notes);
  return {
    schema: estateVersion,
    scenario: options.scenario ?? "vmware-to-azure",
    ...(region === undefined ? {} : { target: { region } }),
    machines,
    ...(unattributed.size === 0
      ? {}
      : { unattributedDisks: [...unattributed].map(([machine, disks]) => ({ machine, disks })) }),
  };
}

function finish(
  { facts, disks }: Draft,
  sharesName: boolean,
  notes: NoteCollector,
  file: string,
  options: ReaderOptions,
): EstateMachine {
  const positions = disks.map((disk) => parseDiskPosition(disk.name));
  const onVmware = disks.length > 0 && positions.every((position) => position !== undefined);
  // Without a host and with the guest's own names for its disks, the machine was seen from the inside: as a
  // physical server is, whatever it runs on.
  const asPhysical = facts.host === undefined && disks.length > 0 && !onVmware;
  if (asPhysical && options.scenario === undefined) {
    notes.info(
      "Machines without a VM host, whose disks have the guest's own names, are judged as physical servers; --scenario judges them otherwise.",
      { file },
    );
  }
  return {
    ...facts,
    ...(onVmware ? { kind: "vmware-vm" } : asPhysical ? { kind: "physical" } : {}),
    ...(asPhysical && options.scenario === undefined ? { scenario: "physical-to-azure" } : {}),
    ...(sharesName || disks.length === 0
      ? {}
      : { disks: withBootDisk(facts.name, disks, onVmware, notes, file) }),
  };
}

function withBootDisk(
  machine: string,
  disks: readonly Disk[],
  onVmware: boolean,
  notes: NoteCollector,
  file: string,
): readonly Disk[] {
  const found = findBootDisk(
    disks.map(({ name }) => ({ name, position: onVmware ? parseDiskPosition(name) : undefined })),
  );
  if (found.index === undefined) {
    notes.warning(
      `Nothing tells which disk of ${quoted(machine)} holds the operating system.`,
      { file },
      "no boot disk",
    );
  } else if (found.evidence !== "only") {
    notes.info(bootDiskEvidence[found.evidence], { file });
  }
  return disks.map((disk, index) => ({
    ...disk,
    ...(found.index === undefined ? {} : { os: index === found.index }),
  }));
}

/** Region that the assessment was made for, where the workbook says so. */
async function targetRegion(tables: TableSet, notes: NoteCollector): Promise<string | undefined> {
  const sheet = tables.sheets.find((name) => normalizeHeader(name) === "assessment_properties");
  if (sheet === undefined) return undefined;
  let region: string | undefined;
  await readTable(tables, sheet, propertyColumns, [], notes, (row) => {
    const value = row.text("value");
    if (normalizeHeader(row.text("property") ?? "") !== "target location" || value === undefined) return;
    region = normalizeRegion(value);
    notes.info(
      `The target region is ${region}, as in the assessment; --region judges by another.`,
      row.placeOf(),
    );
  });
  return region;
}
