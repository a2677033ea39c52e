import type { ProtectedItem } from "../azure";
import { InputReader, type SeenFacts } from "../from-azure-native";
import { detailsFacts } from "../from-azure-native/provider-specific-details";
import { known } from "../known";

/**
 * Facts of a replicated item as Site Recovery shows it: the JSON of `GET …/replicationProtectedItems/{name}`, or the
 * model of Azure's SDK, which has the same names. Of anything else nothing is known.
 *
 * @see https://learn.microsoft.com/rest/api/site-recovery/replication-protected-items/get
 */
export function protectedItemFromArm(item: unknown): SeenFacts<ProtectedItem> {
  const read = new InputReader(item);
  const details = ["properties", "providerSpecificDetails"];
  return read.seen(
    known<ProtectedItem>({
      ...detailsFacts(read, details),
      name: read.string("name", ["properties", "friendlyName"]) ?? read.string("name", ["name"]),
      id: read.string("id", ["id"]),
      policyId: read.string("policyId", ["properties", "policyId"]),
      instanceType: read.string("instanceType", [...details, "instanceType"]),
    }),
  );
}
