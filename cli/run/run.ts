import { join } from "node:path";
import { plan } from "../../estate/plan";
import { renderAssessmentChunks } from "../../reports/assessment/render";
import { counted } from "../../limits/counted";
import { assessInventory, exitCodeOf } from "../assess-inventory";
import type { RunFlags } from "../commands/run";
import { exitCodes, type ExitCode } from "../exit-codes";
import { defaultFailOn } from "../options/fail-on";
import { packageFolder } from "../package-folder";
import { Progress } from "../progress";
import { readInventory } from "../read-inventory";
import { writeLandingZoneFiles } from "../landing-zone-files";
import { writeOutput } from "../write-output";
import { deploy } from "./deploy";
import { runSummary } from "./summary";

/** `asr run`: assess, plan, deploy on simulated Azure, report. Answers the exit code. */
export async function run(files: readonly string[], flags: RunFlags): Promise<ExitCode> {
  const progress = new Progress();
  // What reports and comments call the inventory: a path of the user's, never one of this installation.
  const sources = files.length > 0 ? files : ["the sample estate"];
  progress.step(`reading ${sources.join(", ")}`);
  const reading = await readInventory(files.length > 0 ? files : [sampleEstate()], flags);

  progress.step(
    `judging ${counted(reading.document.machines.length, "machine")} by edition ${flags.edition}`,
  );
  const assessment = await assessInventory(reading.document, flags);
  const report = join(flags.out, "report.html");
  await writeOutput(
    renderAssessmentChunks(assessment, "html", {
      sources,
      machines: reading.document.machines,
      notes: reading.notes.map(({ message }) => message),
    }),
    report,
  );

  progress.step("planning the landing zone");
  const planned = plan(reading.document, assessment, {
    ...flags,
    ...(flags.newRegion === undefined ? {} : { newRegions: flags.newRegion }),
  });
  const landingZoneFiles = await writeLandingZoneFiles(planned.landingZones, flags.out, {
    sources,
    force: false,
  });

  progress.step(
    `deploying ${counted(landingZoneFiles.length, "landing zone")} on simulated Azure, with the policy pack`,
  );
  const deployed = await deploy({
    landingZoneFiles,
    edition: flags.edition,
    onStep: (text) => {
      progress.step(text);
    },
  });
  progress.step("done; the simulated Azure is gone");
  await writeOutput([
    runSummary({ assessment, deployed, report, landingZoneFiles, seconds: progress.seconds }),
  ]);

  const failed = deployed.filter(({ failure }) => failure !== undefined);
  for (const { file, failure } of failed)
    process.stderr.write(`asr: deploying ${file} failed: ${failure ?? ""}\n`);
  if (
    failed.some(({ tally }) =>
      tally.violations.some((violation) => violation.enforcementLevel === "mandatory"),
    )
  ) {
    return exitCodes.findings;
  }
  if (failed.length > 0) return exitCodes.fault;
  return flags.strict === true ? exitCodeOf(assessment, defaultFailOn) : exitCodes.fine;
}

function sampleEstate(): string {
  return join(packageFolder(), "stacks", "landing-zone", "sample-estate.yaml");
}
