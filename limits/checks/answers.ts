import type { Machine } from "../facts/machine";
import { missing, notApplicable, type Answer, type Outcome } from "../rules/rule";
import { releaseOf } from "./release";

/** Joins the answers of several limits of one rule: what does not apply adds nothing. */
export function joined(...answers: readonly Answer[]): Answer {
  const applying = answers.filter((answer): answer is readonly Outcome[] => answer !== notApplicable);
  if (applying.length === 0) return notApplicable;
  return applying.length === 1 && applying[0] !== undefined ? applying[0] : applying.flat();
}

/** The answer for a machine of another family than the rule speaks of; undefined where it is of that one. */
export function unlessFamily(machine: Machine, family: "windows" | "linux"): Answer | undefined {
  const seen = releaseOf(machine).family;
  if (seen === undefined) return [missing("os.family")];
  return seen === family ? undefined : notApplicable;
}
