/**
 * The replication scenarios of Site Recovery: one vocabulary for inventories, components, policies and
 * live checks.
 */
export const scenarios = [
  "vmware-to-azure",
  "physical-to-azure",
  "hyperv-to-azure",
  "hyperv-vmm-to-azure",
  "azure-to-azure",
  "hyperv-vmm-to-secondary",
  "vmware-to-secondary",
  "physical-to-secondary",
] as const;

export type Scenario = (typeof scenarios)[number];

/** VMware and physical servers only: `modernized` (replication appliance) or `classic` (configuration server). */
export const experiences = ["modernized", "classic"] as const;

export type Experience = (typeof experiences)[number];

/** Some documented limits hold for one of these only (for example: UEFI for migration in 2019-05). */
export const intents = ["disaster-recovery", "migration"] as const;

export type Intent = (typeof intents)[number];

export function isScenario(value: unknown): value is Scenario {
  return typeof value === "string" && (scenarios as readonly string[]).includes(value);
}

export function hasExperience(scenario: Scenario): boolean {
  return scenario === "vmware-to-azure" || scenario === "physical-to-azure";
}
