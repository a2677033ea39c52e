import type { ProtectedItem } from "../azure";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";
import { detailsFacts } from "./provider-specific-details";

/** Facts of an `azure-native:recoveryservices:ReplicationProtectedItem`, whichever provider it names. */
export function protectedItemFromAzureNative(inputs: unknown): SeenFacts<ProtectedItem> {
  const read = new InputReader(inputs);
  const details = ["properties", "providerSpecificDetails"];
  return read.seen(
    known<ProtectedItem>({
      ...detailsFacts(read, details),
      name: read.string("name", ["replicatedProtectedItemName"]),
      id: read.string("id", ["id"]),
      policyId: read.string("policyId", ["properties", "policyId"]),
      instanceType: read.string("instanceType", [...details, "instanceType"]),
    }),
  );
}
