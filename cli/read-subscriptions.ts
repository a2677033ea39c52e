import { azureSettings } from "../azure/azure-settings";
import { connect } from "../azure/connection";
import { queryVirtualMachines } from "../estate/readers/resource-graph/query";
import type { RecordList } from "../estate/read";
import { UsageError } from "./faults";

/**
 * The Azure VMs of subscriptions as an inventory, signed in as the environment says.
 *
 * @throws UsageError when they have none.
 */
export async function readSubscriptions(subscriptions: readonly string[]): Promise<RecordList> {
  const connection = await connect(azureSettings({}, process.env), "pulumi-azure-siterecovery");
  const records = await queryVirtualMachines(connection.arm, subscriptions);
  const name = `Azure Resource Graph, ${subscriptions.length === 1 ? "subscription" : "subscriptions"} ${subscriptions.join(", ")}`;
  if (records.length === 0) {
    throw new UsageError(
      `${name}: there is no virtual machine that the signed-in identity may read. Check the id and the role Reader.`,
    );
  }
  return { name, records };
}
