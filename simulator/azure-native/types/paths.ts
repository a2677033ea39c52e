const subscription = "/subscriptions/{subscriptionId}";
const resourceGroup = `${subscription}/resourceGroups/{resourceGroupName}`;

/** A type that lives in a resource group, e.g. `Microsoft.Storage/storageAccounts/{accountName}`. */
export function inResourceGroup(typeAndName: string): string {
  return `${resourceGroup}/providers/${typeAndName}`;
}

/** A type that lives in the subscription. */
export function inSubscription(typeAndName: string): string {
  return `${subscription}/providers/${typeAndName}`;
}

/** A resource group itself. */
export const resourceGroupPath = resourceGroup;
