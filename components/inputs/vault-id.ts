import type * as pulumi from "@pulumi/pulumi";
import { mapped } from "./pending";

/** A vault in the way that azure-native's resources name it. */
export interface VaultNames {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Name of the vault. */
  readonly resourceName: pulumi.Input<string>;
}

/** The names in a vault's id, as the id spells them. */
export function vaultNames(vaultId: pulumi.Input<string>): VaultNames {
  return {
    resourceGroupName: mapped(vaultId, (id) => segmentAfter(id, "resourceGroups")),
    resourceName: mapped(vaultId, (id) => segmentAfter(id, "vaults")),
  };
}

/** The name after a segment of an ARM id, whatever the case; empty where the id has no such segment. */
export function segmentAfter(id: string, segment: string): string {
  const segments = id.split("/");
  const at = segments.findIndex((each) => each.toLowerCase() === segment.toLowerCase());
  return at === -1 ? "" : (segments[at + 1] ?? "");
}

/** The last segment of an ARM id: the name of what it stands for. */
export function lastSegment(id: string): string {
  return id.split("/").at(-1) ?? "";
}
