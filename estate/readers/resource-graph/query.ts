import { InputError, quoted } from "../../../landing-zone/input-error";
import { isRecord, type JsonRecord } from "../../records/record-tables";

/** The part of a connection to Azure that a query needs. */
export interface ResourceGraphClient {
  request(
    method: "POST",
    path: string,
    apiVersion: string,
    options: { readonly body: unknown },
  ): Promise<unknown>;
}

const path = "/providers/Microsoft.ResourceGraph/resources";
const apiVersion = "2022-10-01";

/** Most rows that the service gives in one answer. */
const rowsPerPage = 1000;

/** Subscriptions that one query may name. */
const mostSubscriptions = 1000;

/** Virtual machines with the resources that tell of their disks and adapters, in a stable order. */
const query = [
  "Resources",
  "where type in~ ('microsoft.compute/virtualmachines', 'microsoft.compute/disks', 'microsoft.network/networkinterfaces')",
  "project id, name, type, location, zones, sku, tags, properties",
  "order by id asc",
].join(" | ");

/**
 * The Azure VMs of subscriptions, with their disks and adapters, as Azure Resource Graph lists them: all pages.
 *
 * @throws InputError when a subscription is no GUID, or an answer is none of Resource Graph's; errors of Azure as they
 * are.
 */
export async function queryVirtualMachines(
  client: ResourceGraphClient,
  subscriptions: readonly string[],
): Promise<readonly JsonRecord[]> {
  for (const subscription of subscriptions) {
    if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subscription)) continue;
    throw new InputError(
      `${quoted(subscription)} is no id of a subscription.`,
      "Give its GUID; `az account list` prints it.",
    );
  }
  if (subscriptions.length > mostSubscriptions) {
    throw new InputError(
      `${subscriptions.length} subscriptions are more than one query takes (${mostSubscriptions}).`,
      "Ask for fewer.",
    );
  }
  const records: JsonRecord[] = [];
  let skipToken: string | undefined;
  do {
    const answer = await client.request("POST", path, apiVersion, {
      body: {
        subscriptions,
        query,
        options: {
          resultFormat: "objectArray",
          $top: rowsPerPage,
          ...(skipToken === undefined ? {} : { $skipToken: skipToken }),
        },
      },
    });
    const data = isRecord(answer) ? answer["data"] : undefined;
    if (!isRecord(answer) || !Array.isArray(data) || !data.every(isRecord)) {
      throw new InputError(
        "Azure Resource Graph answered with something that is no list of resources.",
        "Ask again.",
      );
    }
    records.push(...data);
    const next = answer["$skipToken"];
    if (typeof next === "string" && next !== "" && next === skipToken) {
      throw new InputError(
        "Azure Resource Graph repeats one page without end.",
        "Ask again, or export the resources to a file.",
      );
    }
    skipToken = typeof next === "string" && next !== "" ? next : undefined;
  } while (skipToken !== undefined);
  return records;
}
