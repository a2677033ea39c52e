import type { DocumentedLimitsArgs } from "../limits/documented-limits";
import type { LandingZone } from "../../landing-zone/document";

/** Edition and scenario of a landing zone: what every component of it is judged by. */
export type LimitScope = DocumentedLimitsArgs;

export function scopeOf({ edition, scenario, experience }: LandingZone): LimitScope {
  // Scenarios that Azure does not offer are among the document's: the components refuse them with the reason.
  return { edition, scenario: scenario as LimitScope["scenario"], experience };
}
