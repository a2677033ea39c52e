import type { Experience, Scenario } from "../../limits/scenarios";
import { firewallRows, type FirewallRow } from "./firewall";
import { prerequisitesOf, type RolePrerequisites } from "./prerequisites";
import type { ZoneToSize } from "./sizing";

/** What the documents ask of the servers and firewalls of one scenario. */
export interface ScopeDocuments {
  readonly scenario: Scenario;
  readonly experience?: Experience;
  readonly firewall: readonly FirewallRow[];
  readonly prerequisites: readonly RolePrerequisites[];
}

/** One for each scenario among the landing zones. */
export function scopeDocuments(zones: readonly ZoneToSize[]): readonly ScopeDocuments[] {
  const scopes = new Map(
    zones.map(({ planning: { judge } }) => [
      `${judge.scope.scenario} ${judge.scope.experience ?? ""}`,
      judge,
    ]),
  );
  return [...scopes.values()].map((judge) => ({
    scenario: judge.scope.scenario,
    ...(judge.scope.experience === undefined ? {} : { experience: judge.scope.experience }),
    firewall: firewallRows(judge),
    prerequisites: prerequisitesOf(judge),
  }));
}
