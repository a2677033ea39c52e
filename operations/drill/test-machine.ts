import type { AzureSession } from "./azure-session";
import type { ProtectedMachine } from "./protected-machine";

const computeApiVersion = "2024-07-01";
const networkApiVersion = "2024-05-01";

/** The machine that a test failover made. */
export interface TestMachine {
  readonly id: string;
  readonly name: string;
  /** Private addresses, that of the first adapter first. */
  readonly addresses: readonly string[];
}

interface VirtualMachine {
  readonly id?: string;
  readonly name?: string;
  readonly properties?: {
    readonly networkProfile?: { readonly networkInterfaces?: readonly { readonly id?: string }[] };
  };
}

interface NetworkInterface {
  readonly properties?: {
    readonly ipConfigurations?: readonly {
      readonly properties?: { readonly privateIPAddress?: string | null };
    }[];
  };
}

/**
 * The test machine of an item, by the id that the service tells or by the name that it documents.
 *
 * @param nameInJob what the job calls it, where it does.
 * @returns undefined where there is none. @throws AzureError when it may not be read.
 */
export async function findTestMachine(
  azure: AzureSession,
  machine: ProtectedMachine,
  nameInJob?: string,
): Promise<TestMachine | undefined> {
  const name = nameInJob ?? machine.testMachineName;
  const id =
    machine.testMachineId ??
    (machine.targetGroupId === undefined || name === undefined
      ? undefined
      : `${machine.targetGroupId}/providers/Microsoft.Compute/virtualMachines/${name}`);
  if (id === undefined) return undefined;
  const vm = (await azure.find(({ arm }) => arm.get(id, computeApiVersion))) as VirtualMachine | undefined;
  if (vm === undefined) return undefined;
  const nics = await Promise.all(
    (vm.properties?.networkProfile?.networkInterfaces ?? []).flatMap(({ id: nicId }) =>
      nicId === undefined
        ? []
        : [
            azure.find(({ arm }) => arm.get(nicId, networkApiVersion)) as Promise<
              NetworkInterface | undefined
            >,
          ],
    ),
  );
  const addresses = nics.flatMap((nic) =>
    (nic?.properties?.ipConfigurations ?? []).flatMap(({ properties }) => properties?.privateIPAddress ?? []),
  );
  return { id: vm.id ?? id, name: vm.name ?? id.split("/").at(-1) ?? "", addresses };
}
