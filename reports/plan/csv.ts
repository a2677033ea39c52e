import type { Plan } from "../../estate/plan";
import type { SizedMachine } from "../../estate/planning/sized-machines";
import { csvRow } from "../csv-row";

const header = [
  "machine",
  "id",
  "scenario",
  "landingZone",
  "key",
  "wave",
  "recoveryPlan",
  "bootGroup",
  "multiVmGroup",
  "initialReplicationBatch",
  "cpuCores",
  "memoryMiB",
  "vmSize",
  "vmFamily",
  "vcpus",
  "disks",
  "targetDisks",
  "sizeGiB",
  "averageMBps",
  "peakMBps",
  "dailyGB",
] as const;

/** Every planned machine in a row; what is not known is an empty cell. Numbers have a decimal point. */
export function* planCsvChunks(plan: Plan): Generator<string> {
  const batches = new Map(
    plan.initialReplication?.batches.flatMap(({ number, machines }) =>
      machines.map(({ landingZone, key }) => [`${landingZone} ${key}`, number] as const),
    ),
  );
  yield csvRow(header);
  for (const machine of plan.machines) {
    yield csvRow(cellsOf(machine, batches.get(`${machine.landingZone} ${machine.key}`)));
  }
}

function cellsOf(machine: SizedMachine, batch: number | undefined): readonly string[] {
  const { vmSize, churn, disks } = machine;
  const text = (value: string | number | null | undefined): string =>
    value === undefined || value === null ? "" : String(value);
  const targets = disks.flatMap(({ target }) => (target === undefined ? [] : [target.tier ?? target.type]));
  return [
    machine.name,
    text(machine.id),
    machine.scenario,
    text(machine.landingZone),
    machine.key,
    text(machine.wave),
    machine.recoveryPlan,
    text(machine.bootGroup),
    text(machine.multiVmGroup),
    text(batch),
    text(machine.cpuCores),
    text(machine.memoryMiB),
    text(vmSize?.name),
    text(vmSize?.family),
    text(vmSize?.vcpus),
    text(targets.length),
    targets.join(" "),
    text(machine.sizeGiB),
    text(churn.averageMBps),
    text(churn.peakMBps),
    text(churn.dailyGB),
  ];
}
