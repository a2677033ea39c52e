import type { Deployment, StorageAccount } from "../facts/azure";
import { knownObjects, knownString } from "../facts/known";
import { parseResourceId, sameResourceId } from "../facts/resource-id";

export type KnownAccount = Partial<StorageAccount>;

/** The accounts of a deployment, or undefined where it is not known which there are. */
export function accountsOf(deployment: Deployment): readonly KnownAccount[] | undefined {
  return knownObjects(deployment.storageAccounts);
}

/** How findings name an account. */
export function accountName(account: KnownAccount, index?: number): string {
  const name = knownString(account.name) ?? (index === undefined ? undefined : String(index + 1));
  return name === undefined ? "storage account" : `storage account ${name}`;
}

/** Whether the SKU is of the premium tier; undefined where it is not known. */
export function isPremium(sku: unknown): boolean | undefined {
  const known = knownString(sku);
  return known === undefined ? undefined : /^(premium|ultrassd)/i.test(known);
}

/** The account that an id points at; ids compare without case, and a bare name is enough. */
export function accountById(
  accounts: readonly KnownAccount[] | undefined,
  id: unknown,
): KnownAccount | undefined {
  const wanted = knownString(id);
  if (accounts === undefined || wanted === undefined) return undefined;
  return accounts.find((account) => {
    const ownId = knownString(account.id);
    if (ownId !== undefined) return sameResourceId(ownId, wanted);
    const name = knownString(account.name);
    return name !== undefined && parseResourceId(wanted).name === name.toLowerCase();
  });
}
