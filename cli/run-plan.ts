import { join } from "node:path";
import { plan, targetRegion } from "../estate/plan";
import { differenceOf } from "../estate/planning/difference";
import { readChurnSeries } from "../estate/planning/churn-series-file";
import { readPrices } from "../estate/planning/price-file";
import { readQuotas } from "../estate/planning/quota-list";
import { readVmSizes } from "../estate/planning/vm-size-list";
import { renderPlanChunks } from "../reports/plan/render";
import { differenceText } from "../reports/plan/difference";
import { planPages } from "../reports/plan/pages";
import { terminalOf } from "../reports/terminal";
import { assessInventory } from "./assess-inventory";
import type { PlanFlags } from "./commands/plan";
import { exitCodes, type ExitCode } from "./exit-codes";
import { readInventory } from "./read-inventory";
import { earlierLandingZones, writeLandingZoneFiles } from "./landing-zone-files";
import { writeOutput } from "./write-output";

/** `asr plan`: reads, judges, plans, writes the landing zones; answers the exit code. */
export async function runPlan(files: readonly string[], flags: PlanFlags): Promise<ExitCode> {
  const { document, churnSamples } = await readInventory(files, flags, {
    keepChurnSeries: flags.churnSeries === undefined,
  });
  const assessment = await assessInventory(document, flags);
  const { churnSeries, recoverySubnet, vmSizes, vmSeries, quota, prices, ...options } = flags;
  const region = targetRegion(document, options);
  const earlier = earlierLandingZones(flags.out).map(({ zone }) => zone);
  const planned = plan(document, assessment, {
    ...options,
    previous: earlier,
    ...(recoverySubnet === undefined ? {} : { recoverySubnets: recoverySubnet }),
    ...(vmSizes === undefined
      ? {}
      : {
          vmSizes: await readVmSizes(vmSizes, {
            region,
            ...(vmSeries === undefined ? {} : { series: vmSeries }),
          }),
        }),
    ...(quota === undefined ? {} : { quotas: await readQuotas(quota) }),
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
  for (const format of ["json", "html"] as const) {
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
  process.stderr.write(`written: ${written.join(", ")}\n`);
  return exitCodes.fine;
}
