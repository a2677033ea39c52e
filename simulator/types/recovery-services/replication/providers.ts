import { stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
import { a2a } from "./a2a";
import { failback } from "./failback";
import { hyperVReplicaAzure } from "./hyper-v-replica-azure";
import { inMageAzureV2 } from "./in-mage-azure-v2";
import { inMageRcm } from "./in-mage-rcm";
import type { ReplicationProvider } from "./replication-provider";

const creatable = [a2a, inMageRcm, inMageAzureV2, hyperVReplicaAzure];
const all = [...creatable, failback("InMageRcmFailback", "InMageRcm"), failback("InMage", "InMageAzureV2")];

/** The provider of an enable-protection request. @throws ArmError 400 when protection cannot be enabled by it. */
export function enablingProvider(input: JsonObject): ReplicationProvider {
  const instanceType = stringAt(input, "instanceType") ?? "";
  const provider = creatable.find((each) => each.instanceType === instanceType);
  if (provider) return provider;
  throw refused(
    "InvalidParameter",
    `Protection cannot be enabled by the provider '${instanceType}'. The types are ${creatable.map((each) => each.instanceType).join(", ")}.`,
  );
}

/** The provider of an item; the first one's rules for an instance type nobody knows. */
export function providerOf(details: JsonObject): ReplicationProvider {
  return all.find((each) => each.instanceType === details["instanceType"]) ?? hyperVReplicaAzure;
}

/** A provider by its name. */
export function providerNamed(instanceType: string): ReplicationProvider | undefined {
  return all.find((each) => each.instanceType === instanceType);
}
