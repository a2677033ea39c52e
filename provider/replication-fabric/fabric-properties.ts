import type { Fabric } from "@azure/arm-recoveryservices-siterecovery";
import type { ObjectDescription } from "../property-description";
import { vaultIdInput } from "../vault-id-input";

/** Kinds of fabric that come with a registration and cannot be created by a request. */
export const registeredKinds: readonly string[] = ["VMM", "VMware", "InMageRcm", "VMwareV2"];

export const fabricInputs: ObjectDescription = {
  ...vaultIdInput,
  name: {
    type: "string",
    required: true,
    replaces: true,
    description: "Name of the fabric in the vault.",
  },
  kind: {
    type: "string",
    values: ["Azure", "HyperVSite", ...registeredKinds],
    default: "Azure",
    replaces: true,
    description: "What the fabric stands for, as the service's `instanceType` spells it. Default: `Azure`.",
  },
  location: {
    type: "string",
    replaces: true,
    description: "The region, for the kind `Azure` alone. Case and blanks do not matter.",
  },
};

export const fabricOutputs: ObjectDescription = {
  friendlyName: { type: "string", stable: true, description: "Name that the portal shows." },
  internalIdentifier: { type: "string", stable: true, description: "Identifier that the service gave." },
  containerIds: {
    type: "list",
    items: { type: "string", description: "ARM id of a container." },
    required: true,
    description:
      "ARM ids of the protection containers that came with a site, sorted; empty for the kind `Azure`, whose containers are resources of their own.",
  },
};

/** The service's `instanceType`. */
export function kindOf(fabric: Fabric): string | undefined {
  return fabric.properties?.customDetails?.instanceType;
}
