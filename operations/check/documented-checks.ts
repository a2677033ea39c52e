import { driftCheck } from "./drift/drift-findings";
import type { LiveCheck } from "./live-check";
import { liveChecks } from "./live-checks";
import { opinionChecks } from "./service/opinion-checks";

/** Every check that is no rule on a limit, with what it says of itself: for documentation and reports. */
export const documentedChecks: readonly Omit<LiveCheck, "needs" | "examine">[] = [
  ...liveChecks,
  ...Object.values(opinionChecks),
  driftCheck,
];
