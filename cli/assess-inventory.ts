import { assess, type AssessOptions } from "../estate/assess";
import type { Assessment } from "../estate/assessment";
import type { EstateDocument } from "../estate/document";
import { readWaivers } from "../estate/waivers";
import type { Edition } from "../limits/editions";
import { verdicts, type Verdict } from "../limits/verdict";
import { exitCodes, type ExitCode } from "./exit-codes";
import type { AssessmentFlags } from "./options/assessment-options";
import { refuseUnknownRegions } from "./known-regions";
import type { FailOn } from "./options/fail-on";

/**
 * Judges an estate as the flags say; the waivers' file is read here.
 *
 * @throws UsageError or InputError for a target region that Azure does not have.
 */
export async function assessInventory(
  document: EstateDocument,
  flags: AssessmentFlags & { readonly compare?: readonly [Edition, Edition] },
  onProgress?: AssessOptions["onProgress"],
): Promise<Assessment> {
  refuseUnknownRegions(document, flags);
  const { waivers, ...options } = flags;
  return assess(document, {
    ...options,
    ...(waivers === undefined ? {} : { waivers: await readWaivers(waivers) }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

/**
 * The exit code of an assessment: whether a machine has the verdict of the gate or a worse one. An error
 * about the estate itself, that no waiver covers, weighs as much as a machine that is not ready.
 */
export function exitCodeOf(assessment: Assessment, failOn: FailOn): ExitCode {
  const gate = verdicts.indexOf(failOn);
  const isAtGate = (verdict: Verdict): boolean => verdicts.indexOf(verdict) >= gate;
  const estateIsBroken = assessment.estate.findings.some(
    ({ severity, waiver }) => severity === "error" && waiver === null,
  );
  return estateIsBroken || assessment.machines.some(({ verdict }) => isAtGate(verdict))
    ? exitCodes.findings
    : exitCodes.fine;
}
