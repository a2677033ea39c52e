import type { RecoveryPlan, SiteRecoveryManagementClient } from "@azure/arm-recoveryservices-siterecovery";
import type { AzureConnection } from "../../azure/connection";
import { vaultIdText, type VaultId } from "../../azure/site-recovery-id";
import { readActions } from "./actions";
import { getFromArm, pagesFromArm } from "./arm-reads";
import { AzureReader, type AzureReaderOptions, type RequestSettings } from "./azure-reader";
import type { Part } from "./part";
import type {
  BackupItem,
  VaultContents,
  VaultPartName,
  VaultParts,
  VaultResource,
  VaultSnapshot,
} from "./snapshot";

export interface ReadVaultOptions extends Partial<AzureReaderOptions> {
  /** Only these parts; the others are `unknown`, not asked. Default: all. */
  readonly only?: readonly VaultPartName[];
  /** Jobs that started before are not asked for; default: {@link defaultJobDays} back. */
  readonly jobsSince?: Date;
  /** Told what is complete. */
  readonly onPart?: (name: VaultPartName, elements: number | undefined) => void;
  /** A reader to share its slots with; `parallel` and the rest are then its own. */
  readonly reader?: AzureReader;
}

/** Requests at once: ARM lets a principal do 250 reads in a burst and 25 a second after (its documented throttling). */
export const defaultParallel = 16;

/** A page of Site Recovery takes seconds, never minutes: longer is a hanging connection. */
export const defaultRequestTimeoutInSeconds = 120;

/** Far enough back for a quarterly drill that was late. */
export const defaultJobDays = 200;

const vaultApiVersion = "2024-10-01";
const backupApiVersion = "2024-10-01";

/**
 * Reads a vault with everything in it, all pages, a bounded number of requests at once. Changes nothing.
 *
 * @throws AzureError when signing in fails. Everything else that cannot be read is told in its part.
 */
export async function readVault(
  connection: AzureConnection,
  vaultId: VaultId,
  options: ReadVaultOptions = {},
): Promise<VaultSnapshot> {
  const started = performance.now();
  const readAt = new Date();
  const jobsSince = options.jobsSince ?? new Date(readAt.getTime() - defaultJobDays * 24 * 3600 * 1000);
  const reader = options.reader ?? azureReader(options);
  const loads = loadsOf(connection, vaultId, reader, jobsSince);
  const entries = await allOrFirstFailure(
    (Object.keys(loads) as VaultPartName[]).map(async (name) => {
      if (options.only !== undefined && !options.only.includes(name)) return [name, notAsked(name)] as const;
      const part = await loads[name]();
      options.onPart?.(name, elementsIn(part));
      return [name, part] as const;
    }),
  );
  return {
    ...(Object.fromEntries(entries) as unknown as VaultParts),
    id: vaultIdText(vaultId),
    vaultId,
    readAt: readAt.toISOString(),
    jobsSince: jobsSince.toISOString(),
    cost: { calls: reader.calls, seconds: (performance.now() - started) / 1000 },
  };
}

/** As `Promise.all`, but nothing is under way any more when it fails. */
async function allOrFirstFailure<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** A reader with the defaults for what is left out. */
export function azureReader(options: Partial<AzureReaderOptions>): AzureReader {
  return new AzureReader({
    ...options,
    parallel: options.parallel ?? defaultParallel,
    requestTimeoutInSeconds: options.requestTimeoutInSeconds ?? defaultRequestTimeoutInSeconds,
  });
}

type Loads = { readonly [Name in VaultPartName]: () => Promise<Part<VaultContents[Name]>> };

/** How each part is read. */
function loadsOf(connection: AzureConnection, vaultId: VaultId, reader: AzureReader, jobsSince: Date): Loads {
  const client = connection.siteRecovery(vaultId.subscriptionId);
  const { vaultName, resourceGroupName } = vaultId;
  const { arm } = connection;
  const id = vaultIdText(vaultId);
  /** A list of Site Recovery's client: all take vault, group and options. */
  const list =
    <T>(
      name: VaultPartName,
      pages: (client: SiteRecoveryManagementClient, settings: RequestSettings) => PagedList<T>,
    ) =>
    () =>
      reader.readAll(readActions[name], (settings) => pages(client, settings).byPage());
  const all =
    <T>(operations: { list(vault: string, group: string, options: RequestSettings): PagedList<T> }) =>
    (_: unknown, settings: RequestSettings) =>
      operations.list(vaultName, resourceGroupName, settings);
  return {
    vault: () =>
      reader.read(readActions.vault, (settings) =>
        getFromArm<VaultResource>(arm, id, vaultApiVersion, settings),
      ),
    fabrics: list("fabrics", all(client.replicationFabrics)),
    providers: list("providers", all(client.replicationRecoveryServicesProviders)),
    appliances: list("appliances", all(client.replicationAppliances)),
    containers: list("containers", all(client.replicationProtectionContainers)),
    containerMappings: list("containerMappings", all(client.replicationProtectionContainerMappings)),
    policies: list("policies", all(client.replicationPolicies)),
    networks: list("networks", all(client.replicationNetworks)),
    networkMappings: list("networkMappings", all(client.replicationNetworkMappings)),
    protectedItems: list("protectedItems", all(client.replicationProtectedItems)),
    recoveryPlans: () =>
      readPlans(reader, list("recoveryPlans", all(client.replicationRecoveryPlans)), (name, settings) =>
        client.replicationRecoveryPlans.get(vaultName, resourceGroupName, name, settings),
      ),
    jobs: list("jobs", (_, settings) =>
      client.replicationJobs.list(vaultName, resourceGroupName, {
        ...settings,
        filter: `StartTime eq '${jobsSince.toISOString()}'`,
      }),
    ),
    events: list("events", all(client.replicationEvents)),
    health: () =>
      reader.read(readActions.health, (settings) =>
        client.replicationVaultHealth.get(vaultName, resourceGroupName, settings),
      ),
    alertSettings: list("alertSettings", all(client.replicationAlertSettings)),
    settings: list("settings", all(client.replicationVaultSetting)),
    supportedOperatingSystems: () =>
      reader.read(readActions.supportedOperatingSystems, (settings) =>
        client.supportedOperatingSystemsOperations.get(vaultName, resourceGroupName, settings),
      ),
    backupItems: () =>
      reader.readAll(readActions.backupItems, (settings) =>
        pagesFromArm<BackupItem>(arm, `${id}/backupProtectedItems`, backupApiVersion, settings),
      ),
  };
}

/** The service lists plans without their groups: each is asked for on its own. One that goes in between is left out. */
async function readPlans(
  reader: AzureReader,
  listed: () => Promise<Part<readonly RecoveryPlan[]>>,
  get: (name: string, settings: RequestSettings) => Promise<RecoveryPlan>,
): Promise<Part<readonly RecoveryPlan[]>> {
  const list = await listed();
  if (list.kind !== "read") return list;
  const plans = await Promise.all(
    list.value.map(({ name = "" }) =>
      reader.read(readActions.recoveryPlans, (settings) => get(name, settings)),
    ),
  );
  const unknown = plans.find((plan) => plan.kind === "unknown");
  if (unknown !== undefined) return unknown;
  return { kind: "read", value: plans.flatMap((plan) => (plan.kind === "read" ? [plan.value] : [])) };
}

interface PagedList<T> {
  byPage(): AsyncIterator<readonly T[]>;
}

function notAsked(name: VaultPartName): Part<never> {
  return { kind: "unknown", why: "not-asked", action: readActions[name], message: "It was not asked for." };
}

function elementsIn(part: Part<unknown>): number | undefined {
  if (part.kind !== "read") return undefined;
  return Array.isArray(part.value) ? part.value.length : 1;
}
