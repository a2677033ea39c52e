import type { ObjectDescription } from "./property-description";

/** The input of resources that belong to a vault as a whole. */
export const vaultIdInput: ObjectDescription = {
  vaultId: {
    type: "string",
    format: "arm-id",
    required: true,
    replaces: true,
    description: "ARM id of the Recovery Services vault.",
  },
};
