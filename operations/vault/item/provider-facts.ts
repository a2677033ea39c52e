import type {
  A2AReplicationDetails,
  HyperVReplicaAzureReplicationDetails,
  InMageAzureV2ReplicationDetails,
  InMageRcmReplicationDetails,
  ReplicationProviderSpecificSettingsUnion,
} from "@azure/arm-recoveryservices-siterecovery";
import { azureToAzureFacts } from "./azure-to-azure";
import { hyperVFacts } from "./hyper-v";
import { inMageAzureV2Facts } from "./in-mage-azure-v2";
import { inMageRcmFacts } from "./in-mage-rcm";
import type { ProviderFacts } from "./replicated-machine";

/** The facts of a provider's own details; none for a provider that is not known. */
export function providerFacts(details: ReplicationProviderSpecificSettingsUnion | undefined): ProviderFacts {
  switch (details?.instanceType) {
    case "A2A":
      return azureToAzureFacts(details as A2AReplicationDetails);
    case "InMageRcm":
      return inMageRcmFacts(details as InMageRcmReplicationDetails);
    case "InMageAzureV2":
      return inMageAzureV2Facts(details as InMageAzureV2ReplicationDetails);
    case "HyperVReplicaAzure":
      return hyperVFacts(details as HyperVReplicaAzureReplicationDetails);
    default:
      return {};
  }
}
