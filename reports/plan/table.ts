import Table from "cli-table3";
import type { Plan } from "../../estate/plan";
import type { SizedMachine } from "../../estate/planning/sized-machines";
import { counted } from "../../limits/counted";
import { printable } from "../printable-text";
import { noLines } from "../table-style";
import { plainTerminal, type Terminal } from "../terminal";
import { figureText, knownText } from "./figure-text";
import { costLines, vmSizeLines } from "./table-money";

/** Machines listed one by one; plan.json and plan.html have all of them. */
const mostMachines = 200;

/** Machines left out that are named. */
const mostLeftOut = 20;

/** The plan for a terminal: machines, servers and accounts, what was left out, what was assumed. */
export function* planTableChunks(plan: Plan, terminal: Terminal = plainTerminal()): Generator<string> {
  if (plan.machines.length > 0) yield `${machineTable(plan.machines, terminal)}\n`;
  if (plan.machines.length > mostMachines) {
    yield `… and ${counted(plan.machines.length - mostMachines, "more machine")} in plan.json and plan.html\n`;
  }
  yield* zoneLines(plan, terminal);
  yield* waveLines(plan, terminal);
  yield* vmSizeLines(plan, terminal);
  yield* costLines(plan, terminal);
  yield* volumeLines(plan, terminal);
  yield* addressLines(plan, terminal);
  yield* bandwidthLines(plan, terminal);
  yield* batchLines(plan, terminal);
  yield* leftOutLines(plan, terminal);
  yield* optionLines(plan, terminal);
  if (plan.assumptions.length > 0) yield `\n${terminal.strong("Assumptions")}\n`;
  for (const assumption of plan.assumptions) yield `  ${printable(assumption)}\n`;
  yield `\n${terminal.strong(counted(plan.machines.length, "machine"))} planned in ${counted(plan.landingZones.length, "landing zone")}, ${plan.leftOut.length} left out. Edition ${plan.edition}, as of ${plan.asOf}.\n`;
}

function machineTable(machines: readonly SizedMachine[], terminal: Terminal): string {
  const listed = machines.slice(0, mostMachines);
  const table = new Table({
    head: ["machine", "zone", "wave", "size", "churn a day", "disks"].map(terminal.strong),
    colAligns: ["left", "right", "right", "left", "right", "left"],
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2, compact: true },
    chars: noLines,
  });
  for (const machine of listed) {
    table.push([
      printable(machine.name),
      machine.landingZone,
      machine.wave,
      printable(machine.vmSize?.name ?? "undecided"),
      knownText(machine.churn.dailyGB, "GB"),
      tiersText(machine),
    ]);
  }
  return table.toString().replace(/ +$/gm, "");
}

/** `2 x E10, E30`: tiers of the disks that replicate. */
function tiersText({ disks }: SizedMachine): string {
  const tiers = disks.flatMap(({ target }) =>
    target === undefined ? [] : [target.tier ?? `${target.type} of unknown tier`],
  );
  return [...Map.groupBy(tiers, (tier) => tier)]
    .map(([tier, { length }]) => (length === 1 ? tier : `${length} x ${tier}`))
    .join(", ");
}

function* zoneLines({ zones, subscriptions }: Plan, terminal: Terminal): Generator<string> {
  for (const zone of zones) {
    yield `\n${terminal.strong(`Landing zone ${zone.landingZone}`)}: ${counted(zone.machines, "machine")}, ${counted(zone.disks, "disk")}, ${counted(zone.recoveryPlans, "recovery plan")}\n`;
    yield `  quota: ${figureText(zone.vcpus)} for all of them at once\n`;
    for (const { number, kind, sku, location, machines, load } of zone.cacheAccounts) {
      const which = zone.cacheAccounts.length === 1 ? "" : ` ${number} for ${counted(machines, "machine")}`;
      yield `  cache account${which}, ${kind} ${sku} in ${location}: load ${figureText(load)}\n`;
    }
    if (zone.servers !== undefined) {
      const { role, byMachines, byChurn, servers } = zone.servers;
      yield `  ${counted(servers.length, role)}: by machines ${figureText(byMachines)}, by churn ${figureText(byChurn)}\n`;
      yield `    ${terminal.faint(`${byMachines.formula}; ${byChurn.formula}`)}\n`;
      for (const { name, warning } of servers) {
        if (warning !== undefined) yield `    ${name}: ${warning}\n`;
      }
    }
  }
  for (const { number, landingZones, protectedDisks } of subscriptions) {
    yield `\n${terminal.strong(`Subscription ${number}`)}: landing zone ${landingZones.join(", ")}; ${figureText(protectedDisks)}\n  ${terminal.faint(`${protectedDisks.formula} (${protectedDisks.source})`)}\n`;
  }
}

/** Waves and applications that are named. */
const mostWaves = 20;
const mostApplications = 5;

function* waveLines({ waves }: Plan, terminal: Terminal): Generator<string> {
  if (waves.length > 0) yield `\n${terminal.strong("Waves")}\n`;
  for (const { wave, recoveryPlan, machines, bootGroups, applications, neededEarlier } of waves.slice(
    0,
    mostWaves,
  )) {
    const named = applications
      .slice(0, mostApplications)
      .map(({ name, machines: count }) => `${name} (${count})`);
    const more = applications.length - named.length;
    const groups = bootGroups === 1 ? "" : ` in ${bootGroups} groups`;
    yield `  ${wave}: ${recoveryPlan}, ${counted(machines, "machine")}${groups}: ${printable(named.join(", "))}${more > 0 ? ` and ${more} more` : ""}\n`;
    if (neededEarlier.length > 0) {
      yield `    earlier waves need of it: ${printable(neededEarlier.slice(0, mostApplications).join(", "))}${neededEarlier.length > mostApplications ? ` and ${neededEarlier.length - mostApplications} more` : ""}\n`;
    }
  }
  if (waves.length > mostWaves)
    yield `  … and ${counted(waves.length - mostWaves, "more wave")} in plan.json and plan.html\n`;
}

function* volumeLines({ hyperVVolumes }: Plan, terminal: Terminal): Generator<string> {
  if (hyperVVolumes.length > 0) yield `\n${terminal.strong("Volumes of Hyper-V hosts")}\n`;
  for (const { owner, volume, disks, need, missing } of hyperVVolumes) {
    yield `  ${printable(`${owner}, volume ${volume}`)}, ${counted(disks, "disk")}: need ${figureText(need)}, to add ${figureText(missing)}\n`;
  }
}

function* addressLines({ addresses }: Plan, terminal: Terminal): Generator<string> {
  if (addresses.length === 0) return;
  const lost = addresses.filter(({ kept }) => !kept);
  yield `\n${terminal.strong("Fixed addresses")}: ${addresses.length - lost.length} kept, ${lost.length} not\n`;
  for (const { machine, address, why } of lost.slice(0, mostLeftOut)) {
    yield `  ${printable(`${machine} ${address}: ${why}`)}\n`;
  }
  if (lost.length > mostLeftOut) yield `  … and ${lost.length - mostLeftOut} more in plan.json\n`;
}

function* bandwidthLines({ bandwidth }: Plan, terminal: Terminal): Generator<string> {
  if (bandwidth === undefined) return;
  const basis =
    bandwidth.basis === "series" ? "from churn over time" : "from average and peak churn, without a series";
  yield `\n${terminal.strong("Bandwidth")} ${basis}\n`;
  yield `  at least, on average: ${figureText(bandwidth.average)}\n`;
  for (const { rpoMinutes, intervalsMetPercent, bandwidth: needed } of bandwidth.needed) {
    yield `  for an RPO of ${rpoMinutes} minutes in ${intervalsMetPercent} % of the intervals: ${figureText(needed)}\n`;
    yield `    ${terminal.faint(needed.formula)}\n`;
  }
  for (const { intervalsMetPercent, rpo } of bandwidth.given?.achievableRpo ?? []) {
    yield `  with ${bandwidth.given?.mbps ?? ""} Mbps the RPO in ${intervalsMetPercent} % of the intervals is ${figureText(rpo)}\n`;
    yield `    ${terminal.faint(rpo.formula)}\n`;
  }
}

/** Machines of a batch that are named. */
const mostBatchMachines = 10;

function* batchLines({ initialReplication }: Plan, terminal: Terminal): Generator<string> {
  if (initialReplication === undefined) return;
  const { batches, unplaced, bandwidth } = initialReplication;
  yield `\n${terminal.strong("Initial replication")} with ${figureText(bandwidth)}\n`;
  for (const { number, machines, sizeGiB, duration, withinGoal } of batches) {
    const named = machines.slice(0, mostBatchMachines).map(({ name }) => name);
    const more = machines.length - named.length;
    yield `  batch ${number}: ${counted(machines.length, "machine")}, ${sizeGiB} GiB, ${figureText(duration)}${withinGoal ? "" : ", longer than asked for"}\n`;
    yield `    ${printable(named.join(", "))}${more > 0 ? ` and ${more} more` : ""}\n`;
  }
  for (const [reason, machines] of Map.groupBy(unplaced, (each) => each.reason)) {
    yield `  ${counted(machines.length, "machine")} in no batch: ${reason}\n`;
  }
}

function* leftOutLines({ leftOut }: Plan, terminal: Terminal): Generator<string> {
  if (leftOut.length === 0) return;
  yield `\n${terminal.strong("Left out")}\n`;
  for (const { name, verdict, reasons } of leftOut.slice(0, mostLeftOut)) {
    yield `  ${printable(name)}: ${terminal.verdict(verdict)} ${printable(reasons.join(" "))}\n`;
  }
  if (leftOut.length > mostLeftOut) yield `  … and ${leftOut.length - mostLeftOut} more in plan.json\n`;
}

function* optionLines({ options }: Plan, terminal: Terminal): Generator<string> {
  yield `\n${terminal.strong("Options")}\n`;
  for (const { option, value, unit, meaning, source } of options) {
    yield `  ${option} ${value === null ? "not given" : `${value} ${unit}`}: ${meaning} ${terminal.faint(`(${source})`)}\n`;
  }
}
