import { join } from "node:path";
import { plan, type Plan } from "../estate/plan";
import { counted } from "../reports/counted";
import { printable } from "../reports/printable-text";
import { terminalOf, type Terminal } from "../reports/terminal";
import { assessInventory } from "./assess-inventory";
import type { PlanFlags } from "./commands/plan";
import { exitCodes, type ExitCode } from "./exit-codes";
import { readInventory } from "./read-inventory";
import { writeLandingZones } from "./write-landing-zones";
import { writeOutput } from "./write-output";

/** Machines left out that are named; plan.json has all of them. */
const mostLeftOut = 20;

/** `asr plan`: reads, judges, plans, writes the landing zones; answers the exit code. */
export async function runPlan(files: readonly string[], flags: PlanFlags): Promise<ExitCode> {
  const { document } = await readInventory(files, flags);
  const assessment = await assessInventory(document, flags);
  const planned = plan(document, assessment, flags);
  const landingZoneFiles = await writeLandingZones(planned.landingZones, flags.out, files);
  const planFile = join(flags.out, "plan.json");
  await writeOutput([`${JSON.stringify(planned, undefined, 2)}\n`], planFile);
  const written = [...landingZoneFiles, planFile];
  await writeOutput([planText(planned, written, terminalOf(process.stdout))]);
  return exitCodes.fine;
}

function planText(
  { landingZones, leftOut, assumptions }: Plan,
  written: readonly string[],
  terminal: Terminal,
): string {
  const machines = landingZones.reduce((sum, zone) => sum + Object.keys(zone.machines ?? {}).length, 0);
  const lines = [
    `${terminal.strong(counted(machines, "machine"))} planned in ${counted(landingZones.length, "landing zone")}, ${leftOut.length} left out.`,
  ];
  for (const { name, verdict, reasons } of leftOut.slice(0, mostLeftOut)) {
    lines.push(`  ${printable(name)}: ${terminal.verdict(verdict)} ${printable(reasons.join(" "))}`);
  }
  if (leftOut.length > mostLeftOut) lines.push(`  … and ${leftOut.length - mostLeftOut} more in plan.json`);
  if (assumptions.length > 0) lines.push("", terminal.strong("Assumptions"));
  for (const assumption of assumptions) lines.push(`  ${printable(assumption)}`);
  lines.push("", `Written: ${written.join(", ")}`, "");
  return lines.join("\n");
}
