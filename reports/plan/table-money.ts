import type { Plan } from "../../estate/plan";
import { regionalQuota } from "../../estate/planning/quota-list";
import { counted } from "../../limits/counted";
import { printable } from "../printable-text";
import type { Terminal } from "../terminal";
import { figureText, knownText, leastText } from "./figure-text";

/** Sizes that are named. */
const mostSizes = 20;

/** Items of costs that are named. */
const mostItems = 12;

/** Sizes of virtual machines, and the quota that they need. */
export function* vmSizeLines({ vmSizes, quotas, machines }: Plan, terminal: Terminal): Generator<string> {
  if (machines.length === 0) return;
  yield `\n${terminal.strong("Sizes of virtual machines")} ${terminal.faint(`(${printable(vmSizes.source)})`)}\n`;
  yield `  ${printable(vmSizes.rule)}\n`;
  for (const { name, family, machines: number } of vmSizes.sizes.slice(0, mostSizes)) {
    yield `  ${counted(number, "machine")}: ${printable(name)}${family === null ? "" : printable(` of ${family}`)}\n`;
  }
  if (vmSizes.sizes.length > mostSizes)
    yield `  … and ${vmSizes.sizes.length - mostSizes} more sizes in plan.json\n`;
  for (const { reason, machines: number } of vmSizes.undecided.slice(0, mostSizes)) {
    yield `  ${counted(number, "machine")} without a size: ${printable(reason)}\n`;
  }
  if (vmSizes.skipped.length > 0) {
    const skipped = vmSizes.skipped.map(({ reason, sizes }) => `${sizes} ${reason}`).join(", ");
    yield `  not chosen from: ${skipped}\n`;
  }
  for (const { subscription, region, families } of quotas) {
    yield `\n${terminal.strong(`vCPU quota of subscription ${subscription} in ${printable(region)}`)}\n`;
    for (const { family, machines: number, needed, free, missing } of families) {
      const name = family === regionalQuota ? "all families" : printable(family);
      yield `  ${name}: ${figureText(needed)} for ${counted(number, "machine")}, free ${knownText(free.value, free.unit)}, to ask for ${figureText(missing)}\n`;
    }
  }
}

/** Costs by the prices that were given. */
export function* costLines({ costs }: Plan, terminal: Terminal): Generator<string> {
  if (costs === undefined) return;
  yield `\n${terminal.strong("Costs")} ${terminal.faint(`by ${printable(costs.source)}`)}\n`;
  yield `  replication, a month: ${printable(leastText(costs.replicationPerMonth))}\n`;
  yield `  drills, a year: ${printable(leastText(costs.drillsPerYear))}\n`;
  yield `  together, a year: ${printable(leastText(costs.perYear))}\n`;
  const byCost = costs.items.toSorted((a, b) => (b.cost.value ?? Infinity) - (a.cost.value ?? Infinity));
  for (const { item, state, cost } of byCost.slice(0, mostItems)) {
    const when = state === "replication" ? "a month" : "a year of drills";
    yield `  ${printable(item)}: ${knownText(cost.value, cost.unit)} ${when} ${terminal.faint(`(${printable(cost.formula)})`)}\n`;
  }
  if (byCost.length > mostItems)
    yield `  … and ${byCost.length - mostItems} smaller items in plan.json and plan.html\n`;
}
