import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/** Azure's own bound on names of storage accounts, which are letters and digits only. */
const storageAccountNameLength = 24;
const suffixLength = 8;

/**
 * Default name of a storage account: letters and digits of the component's name, and eight digits made of
 * organization, project, stack and name, because these names are unique in the whole of Azure.
 */
export function storageAccountName(name: string): string {
  const stem = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return stem.slice(0, storageAccountNameLength - suffixLength) + digest(name).slice(0, suffixLength);
}

/**
 * A stable GUID for a thing of the stack, such as a role assignment: the same in every run of this stack,
 * another one in every other stack.
 */
export function stableGuid(...parts: readonly string[]): string {
  const hex = digest(...parts);
  // Version 5 and variant 1: a name-based GUID.
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join("-");
}

function digest(...parts: readonly string[]): string {
  const identity = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack(), ...parts];
  return createHash("sha256").update(identity.join("\u0000")).digest("hex");
}
