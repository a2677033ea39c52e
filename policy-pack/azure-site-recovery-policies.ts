import { PolicyPack, type EnforcementLevel, type PolicyPackConfig } from "@pulumi/policy";
import { recordConfiguredPolicies } from "./configured-policies";
import { packName, packRules, policyPack } from "./pack";
import { remediationNames } from "./remediations";
import type { Settings } from "./settings-schema";
import { shareProperties } from "./shared-properties";

/** The pack's configuration in code; what `--policy-pack-config` says in JSON wins over it. */
export interface AzureSiteRecoveryPoliciesArgs {
  /** Level of every policy that has none of its own. Default: `mandatory`. */
  readonly all?: EnforcementLevel;
  /** What all rules share: edition, scenario, scope, waivers. */
  readonly settings?: Settings & { readonly enforcementLevel?: EnforcementLevel };
  /** Levels by the names of rules and remediations. */
  readonly rules?: Readonly<Record<string, EnforcementLevel>>;
}

/**
 * The pack with a configuration of its own, for an organization that publishes it.
 *
 * @example
 * new AzureSiteRecoveryPolicies({ settings: { edition: "2019-05" }, rules: { "storage-region": "advisory" } });
 */
export class AzureSiteRecoveryPolicies extends PolicyPack {
  /** @throws TypeError when a level is given to a policy that does not exist. */
  constructor(args: AzureSiteRecoveryPoliciesArgs = {}) {
    const configuration = packConfiguration(args);
    // A process serves one pack.
    shareProperties();
    recordConfiguredPolicies();
    super(packName, policyPack(), configuration);
  }
}

/** The arguments as the engine takes configuration: by policy. */
export function packConfiguration({
  all,
  settings,
  rules = {},
}: AzureSiteRecoveryPoliciesArgs): PolicyPackConfig {
  const names = new Set<string>([...packRules().map(({ name }) => name), ...remediationNames]);
  const unknown = Object.keys(rules).filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new TypeError(
      `No policy of the pack is called ${unknown.join(", ")}: give levels to existing rules and remediations.`,
    );
  }
  return {
    ...(all === undefined ? {} : { all }),
    ...(settings === undefined ? {} : { settings: { ...settings } }),
    ...rules,
  };
}
