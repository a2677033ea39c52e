import { counted } from "../../limits/counted";
import type { AzureConnection } from "../../azure/connection";
import type { VaultId } from "../../azure/site-recovery-id";
import { defaultEdition, type Edition } from "../../limits/editions";
import type { Waiver } from "../../limits/waivers";
import { elementsOf, valueOf } from "../vault/part";
import { azureReader, readVault } from "../vault/read-vault";
import type { AzureReaderOptions } from "../vault/azure-reader";
import type { VaultSnapshot } from "../vault/snapshot";
import { readSurroundings, type Surroundings } from "../vault/surroundings";
import { checkedVault, machinesOf, type CheckedVault } from "./checked-vault";
import type { DriftReport } from "./drift/drift-report";
import { judgeLimits } from "./limits/judge-limits";
import { examine } from "./examine";
import { composeCheck } from "./compose-check";
import { askEligibility, compareEligibility } from "./service/eligibility";
import { compareOperatingSystems, listedSystems } from "./service/operating-systems";
import { compareHealth, serviceHealth } from "./service/vault-health";
import { accountsOf } from "./storage-accounts";
import { subnetsAsked } from "./target-addresses";
import { targetRegionsOf } from "./target-regions";
import { defaultThresholds, type CheckThresholds } from "./thresholds";
import type { VaultCheck } from "./vault-check";
import { principalsOf } from "./vault-identity";

export interface CheckVaultOptions extends Partial<AzureReaderOptions> {
  readonly edition?: Edition;
  /** ISO date; today where absent. */
  readonly asOf?: string;
  readonly thresholds?: Partial<CheckThresholds>;
  readonly waivers?: readonly Waiver[];
  /** Source VMs that the service is asked about at most. */
  readonly eligibility?: number;
  /** Compares with what was planned or deployed. */
  readonly drift?: (vault: CheckedVault) => readonly DriftReport[];
  /** Told what is being done. */
  readonly onStep?: (text: string) => void;
}

/** Source VMs that the service is asked about unless told otherwise: each is a call of its own. */
export const defaultEligibility = 100;

/**
 * Reads a vault with all that a failover needs, and judges it. Changes nothing.
 *
 * @throws AzureError when signing in fails, or the vault is not there.
 */
export async function checkVault(
  connection: AzureConnection,
  vaultId: VaultId,
  options: CheckVaultOptions = {},
): Promise<VaultCheck> {
  const started = performance.now();
  const reader = azureReader(options);
  const snapshot = await readVault(connection, vaultId, {
    reader,
    onPart: (name, elements) => {
      options.onStep?.(`read ${name}${elements === undefined ? ": not readable" : `: ${elements}`}`);
    },
  });
  const surroundings = await readSurroundings(connection, reader, askedOf(snapshot));
  options.onStep?.("read networks, storage accounts, roles and quotas");
  const vault = checkedVault(snapshot, surroundings, { ...defaultThresholds, ...options.thresholds });
  const eligibility = await askEligibility(
    connection,
    reader,
    vault.machines,
    options.eligibility ?? defaultEligibility,
  );
  options.onStep?.(`judging ${counted(vault.machines.length, "machine")}`);
  const scope = {
    edition: options.edition ?? defaultEdition,
    asOf: options.asOf ?? snapshot.readAt.slice(0, "yyyy-mm-dd".length),
  };
  const limits = judgeLimits(vault, scope);
  const live = examine(vault);
  const compared = compareEligibility(eligibility.answers, limits);
  return composeCheck({
    ...scope,
    vault,
    limits,
    live,
    waivers: options.waivers ?? [],
    service: {
      opinions: {
        eligibility: compared.eligibility,
        eligibilityNotAsked: eligibility.notAsked,
        health: serviceHealth(vault),
        supportedOperatingSystems: listedSystems(vault),
      },
      findings: [...compared.findings, ...compareOperatingSystems(vault), ...compareHealth(vault)],
      undecided: compared.undecided,
    },
    drift: options.drift?.(vault),
    cost: { calls: reader.calls, seconds: (performance.now() - started) / 1000 },
  });
}

/** What of the vault's surroundings its machines need. */
export function askedOf(snapshot: VaultSnapshot): Parameters<typeof readSurroundings>[2] {
  const machines = machinesOf(snapshot);
  const networkIds = machines.flatMap((machine) => subnetsAsked(machine).map(({ networkId }) => networkId));
  for (const { properties } of elementsOf(snapshot.networkMappings) ?? []) {
    const id = properties?.recoveryNetworkId;
    if (id !== undefined && /\/virtualNetworks\/[^/]+$/i.test(id)) networkIds.push(id);
  }
  return {
    networkIds,
    storageAccountIds: machines.flatMap(accountsOf),
    resourceGroupIds: machines.flatMap(({ targetResourceGroupId }) => targetResourceGroupId ?? []),
    regions: targetRegionsOf(machines, snapshot).map(([target]) => target),
    principalIds: valueOf(snapshot.vault) === undefined ? [] : principalsOf(snapshot),
  };
}

/** For those who judge without reading: nothing outside the vault was asked. */
export const noSurroundings: Surroundings = {
  networks: new Map(),
  storageAccounts: new Map(),
  roles: new Map(),
  resourceGroups: new Map(),
  usages: new Map(),
  sizes: new Map(),
};
