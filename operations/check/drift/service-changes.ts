import type { ServiceChanges } from "./compare-facts";

/**
 * Facts of a protected item that Site Recovery itself changes after protection was enabled. Deployment tools that
 * know of it leave these out of their comparison as a whole; here they are told, and told apart.
 *
 * @see https://github.com/Azure/terraform-azurerm-avm-res-recoveryservices-vault (`ignore_changes` of its replicated VM)
 */
export function serviceChanges(instanceType: string | undefined): ServiceChanges {
  return instanceType?.toUpperCase() === "A2A" ? azureToAzure : everywhere;
}

const everywhere: ServiceChanges = {
  testNetworkId: "a test failover records the network that it used",
};

const azureToAzure: ServiceChanges = {
  ...everywhere,
  targetSize: "the service follows the size of the source VM",
  acceleratedNetworking: "the service follows the adapters of the source VM",
};
