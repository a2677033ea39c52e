import { basename, join } from "node:path";
import { plan, targetRegion } from "../estate/plan";
import { differenceOf } from "../estate/planning/difference";
import { readChurnSeries } from "../estate/planning/churn-series-file";
import { readPrices } from "../estate/planning/price-file";
import { readQuotas } from "../estate/planning/quota-list";
import { readVmSizes } from "../estate/planning/vm-size-list";
import { counted } from "../limits/counted";
import { renderPlanChunks } from "../reports/plan/render";
import { differenceText } from "../reports/plan/difference";
import { planPages } from "../reports/plan/pages";
import { terminalOf } from "../reports/terminal";
import { assessInventory } from "./assess-inventory";
import type { PlanFlags } from "./commands/plan";
import { exitCodes, type ExitCode } from "./exit-codes";
import { UsageError } from "./faults";
import { readInventory } from "./read-inventory";
import { earlierLandingZones, writeLandingZoneFiles } from "./landing-zone-files";
import { writeOutput } from "./write-output";

/** Files that are named one by one. */
const mostNamed = 10;

/** What was written; of many landing zones the number. */
function writtenText(files: readonly string[], folder: string): string {
  if (files.length <= mostNamed) return files.join(", ");
  const zones = files.filter((file) => /landing-zone(-\d+)?(\.planned)?\.yaml$/.test(file));
  const others = files.filter((file) => !zones.includes(file)).map((file) => basename(file));
  return `${counted(zones.length, "landing zone")}, ${others.join(", ")} in ${folder}`;
}

/** `asr plan`: reads, judges, plans, writes the landing zones; answers the exit code. */
export async function runPlan(files: readonly string[], flags: PlanFlags): Promise<ExitCode> {
  if (flags.vmSeries !== undefined && flags.vmSizes === undefined) {
    throw new UsageError("--vm-series chooses among the sizes of a list: name that with --vm-sizes.");
  }
  const { document, churnSamples } = await readInventory(files, flags, {
    keepChurnSeries: flags.churnSeries === undefined,
  });
  const assessment = await assessInventory(document, flags);
  const { churnSeries, recoverySubnet, vmSizes, vmSeries, quota, prices, newRegion, ...options } = flags;
  const region = targetRegion(document, options);
  const earlier = earlierLandingZones(flags.out).map(({ zone }) => zone);
  const planned = plan(document, assessment, {
    ...options,
    previous: earlier,
    ...(newRegion === undefined ? {} : { newRegions: newRegion }),
    ...(recoverySubnet === undefined ? {} : { recoverySubnets: recoverySubnet }),
    ...(vmSizes === undefined
      ? {}
      : {
          vmSizes: await readVmSizes(vmSizes, {
            region,
            ...(vmSeries === undefined ? {} : { series: vmSeries }),
          }),
        }),
    ...(quota === undefined ? {} : { quotas: await Promise.all(quota.map(readQuotas)) }),
    ...(prices === undefined ? {} : { prices: await readPrices(prices, region) }),
    ...(churnSamples === undefined ? {} : { churnSamples }),
    ...(churnSeries === undefined ? {} : { churnSamples: await readChurnSeries(churnSeries) }),
  });
  const written = [
    ...(await writeLandingZoneFiles(planned.landingZones, flags.out, {
      sources: files,
      force: flags.force === true,
    })),
  ];
  const report = { sources: files, terminal: terminalOf(process.stdout) };
  for (const format of ["json", "html", "csv"] as const) {
    const file = join(flags.out, `plan.${format}`);
    await writeOutput(renderPlanChunks(planned, format, report), file);
    written.push(file);
  }
  for (const { name, text } of planPages(planned)) {
    const file = join(flags.out, name);
    await writeOutput([text], file);
    written.push(file);
  }
  await writeOutput(renderPlanChunks(planned, flags.format, report));
  if (earlier.length > 0) {
    process.stderr.write(differenceText(differenceOf(earlier, planned.landingZones)));
  }
  process.stderr.write(`written: ${writtenText(written, flags.out)}\n`);
  return exitCodes.fine;
}
