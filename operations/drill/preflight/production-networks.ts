import type { AzureSession } from "../azure-session";
import type { DrillSubject } from "../drill-subject";
import type { PreflightFinding } from "../evidence";
import type { ProductionNetworks } from "./isolation";

const computeApiVersion = "2024-07-01";
const networkApiVersion = "2024-05-01";

/**
 * The networks of production: those that the items fail over into, those that the vault maps, and those that
 * protected Azure machines are in now.
 *
 * @throws AzureError when the vault's mappings cannot be read.
 */
export async function productionNetworks(
  azure: AzureSession,
  { vault, machines }: DrillSubject,
): Promise<{ readonly networks: ProductionNetworks; readonly findings: readonly PreflightFinding[] }> {
  const networks = new Map<string, string>();
  const findings: PreflightFinding[] = [];
  const add = (id: string | null | undefined, what: string): void => {
    if (id && !networks.has(id.toLowerCase())) networks.set(id.toLowerCase(), what);
  };
  for (const { name, recoveryNetworkIds } of machines) {
    for (const id of recoveryNetworkIds) add(id, `the recovery network of ${name}`);
  }
  const mappings = await azure.call(async (connection) => {
    const found = [];
    const list = connection
      .siteRecovery(vault.subscriptionId)
      .replicationNetworkMappings.list(vault.vaultName, vault.resourceGroupName);
    for await (const mapping of list) found.push(mapping);
    return found;
  });
  for (const { name = "", properties } of mappings) {
    add(properties?.primaryNetworkId, `the source network of the mapping ${name}`);
    add(properties?.recoveryNetworkId, `the recovery network of the mapping ${name}`);
  }
  for (const { name, sourceMachineId } of machines) {
    if (sourceMachineId === undefined) continue;
    const read = await azure.attempt((connection) => networksOfMachine(connection.arm, sourceMachineId));
    if ("value" in read) for (const id of read.value) add(id, `the network that ${name} is in`);
    else if (read.failure.details.statusCode !== 404) {
      findings.push({
        check: "isolation",
        // A test network cannot be told from a production network that is not known.
        status: "error",
        subject: name,
        message: `Which network the machine is in cannot be read: ${read.failure.message}`,
        remedy:
          "Give the identity Reader on the source machines and their network adapters, or allow the network twice: " +
          "--allow-production-network and --confirm-production-network with its name.",
      });
    }
  }
  return { networks, findings };
}

type Arm = Parameters<Parameters<AzureSession["call"]>[0]>[0]["arm"];

interface Machine {
  readonly properties?: {
    readonly networkProfile?: { readonly networkInterfaces?: readonly { readonly id?: string }[] };
  };
}

interface Adapter {
  readonly properties?: {
    readonly ipConfigurations?: readonly {
      readonly properties?: { readonly subnet?: { readonly id?: string } };
    }[];
  };
}

async function networksOfMachine(arm: Arm, id: string): Promise<readonly string[]> {
  const { properties } = (await arm.get(id, computeApiVersion)) as Machine;
  const adapters = await Promise.all(
    (properties?.networkProfile?.networkInterfaces ?? []).flatMap(({ id: nic }) =>
      nic === undefined ? [] : [arm.get(nic, networkApiVersion) as Promise<Adapter>],
    ),
  );
  return adapters.flatMap((adapter) =>
    (adapter.properties?.ipConfigurations ?? []).flatMap(({ properties: configuration }) => {
      const subnet = configuration?.subnet?.id;
      return subnet === undefined ? [] : [subnet.replace(/\/subnets\/[^/]+$/i, "")];
    }),
  );
}
