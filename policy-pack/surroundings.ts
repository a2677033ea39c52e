import { z } from "zod";
import type { Deployment as DeploymentFacts } from "../limits/facts/azure";
import { importExportJobFromAzureNative } from "../limits/facts/from-azure-native";
import { normalizeRegion } from "../limits/facts/region";
import type { Deployment } from "./deployments";
import type { Links } from "./links";
import type { Program, ProgramResource } from "./program";
import { regionsOf } from "./regions";
import { tokens } from "./resource-types";

const failback = z.strictObject({
  target: z.enum(["vmware-vm", "physical", "hyperv-vm", "azure-vm"]).optional(),
  siteConnection: z
    .enum(["vpn", "express-route", "none"])
    .optional()
    .meta({ description: "Between the Azure network and the site." }),
  configurationServer: z.enum(["vmware-vm", "physical"]).optional(),
  receivers: z.int().nonnegative().optional().meta({ description: "VMware VMs that can receive machines." }),
  masterTargets: z
    .int()
    .nonnegative()
    .optional()
    .meta({ description: "Master target servers apart from the configuration server." }),
});

/** What rules on relations know and no program states: said in the settings, by whoever knows it. */
export const surroundingsSchema = z.strictObject({
  churn: z.enum(["normal", "high"]).optional().meta({ description: "Churn option, Azure to Azure." }),
  failback: failback.optional().meta({ description: "How machines come back, where that is planned." }),
  sourceRegion: z.string().optional().meta({ description: "Where the resources do not show it." }),
  targetRegion: z.string().optional().meta({ description: "Where the resources do not show it." }),
  sourceTenantId: z.string().optional(),
  targetTenantIds: z.array(z.string()).optional(),
  sourceSubnetIds: z.array(z.string()).optional().meta({ description: "Subnets of the machines." }),
  vaultsInSubscription: z.int().nonnegative().optional(),
  appliancesInVault: z.int().nonnegative().optional(),
});

export type Surroundings = Readonly<z.infer<typeof surroundingsSchema>>;

/** What is around the resources of a deployment: as the settings say, and as far as the program shows it itself. */
export function surroundings(
  deployment: Deployment,
  program: Program,
  links: Links,
  said: Surroundings = {},
): Partial<DeploymentFacts> {
  const { failback: back, sourceRegion, targetRegion, ...rest } = said;
  return {
    ...importExportAccounts(program, links),
    ...tenants(deployment, program),
    ...regionsOf(deployment, program),
    ...rest,
    ...(sourceRegion === undefined ? {} : { sourceRegion: normalizeRegion(sourceRegion) }),
    ...(targetRegion === undefined ? {} : { targetRegion: normalizeRegion(targetRegion) }),
    ...(back === undefined ? {} : { failback: failbackFacts(back) }),
  };
}

function failbackFacts({
  siteConnection,
  ...rest
}: z.infer<typeof failback>): NonNullable<DeploymentFacts["failback"]> {
  return siteConnection === undefined
    ? rest
    : { ...rest, siteConnection: siteConnection === "none" ? null : siteConnection };
}

/** Accounts that jobs of the program work on. A program without such a job says nothing of jobs elsewhere. */
function importExportAccounts(
  program: Program,
  links: Links,
): Pick<DeploymentFacts, "importExportAccountIds"> {
  const jobs = [...program.values()].filter(({ type }) => type === tokens.importExportJob);
  const ids = jobs.flatMap((job) => {
    const { storageAccountId } = importExportJobFromAzureNative(job.inputs).facts;
    if (storageAccountId !== undefined) return [storageAccountId];
    return [...job.references.values()]
      .flat()
      .flatMap((urn) => program.get(urn) ?? [])
      .filter(({ type }) => type === tokens.storageAccount)
      .map((account) => links.idOf(account));
  });
  // A job whose account is not known may work on any of them: nothing is said then.
  return jobs.length === 0 || ids.length < jobs.length ? {} : { importExportAccountIds: ids };
}

/** The tenants of the vault and of the Azure VMs that replicate into it, where their providers name them. */
function tenants(
  { vault, members }: Deployment,
  program: Program,
): Pick<DeploymentFacts, "sourceTenantId" | "targetTenantIds"> {
  const machines = members
    .filter(({ type }) => type === tokens.protectedItem || type === tokens.ownMachine)
    .flatMap((item) => [...item.references.values()].flat())
    .flatMap((urn) => program.get(urn) ?? [])
    .filter(({ type }) => type === tokens.virtualMachine);
  const source = oneTenant(machines);
  const target = vault?.tenantId;
  return {
    ...(source === undefined ? {} : { sourceTenantId: source }),
    ...(target === undefined ? {} : { targetTenantIds: [target] }),
  };
}

function oneTenant(resources: readonly ProgramResource[]): string | undefined {
  const ids = new Set(resources.map(({ tenantId }) => tenantId?.toLowerCase()));
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}
