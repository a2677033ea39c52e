import { z } from "zod";
import { azureId, name } from "./new-or-existing";

const fabric = "Microsoft.RecoveryServices/vaults/replicationFabrics";

/**
 * Turns a landing zone into a replicating one. Machines that the vault knows by then are protected, the others wait;
 * without this key nothing is protected.
 */
export const replication = z.strictObject({
  fabricId: azureId(fabric).optional().meta({
    description:
      "The fabric that arose when the appliance, configuration server or VMM server registered, or an existing Hyper-V site.",
  }),
  containerId: azureId(`${fabric}/replicationProtectionContainers`)
    .optional()
    .meta({ description: "The protection container; the fabric's only one where absent." }),
  siteName: name.optional().meta({ description: "Hyper-V: name of a new site." }),
  processServerId: z.string().optional().meta({ description: "VMware and physical servers." }),
  runAsAccountId: z
    .string()
    .optional()
    .meta({ description: "VMware and physical servers: the account that installs the agent." }),
  masterTargetId: z.string().optional().meta({ description: "VMware and physical servers, classic." }),
  zones: z
    .strictObject({ primaryZone: name, recoveryZone: name })
    .optional()
    .meta({ description: "Azure to Azure, from zone to zone." }),
  plumbingOnly: z.boolean().optional().meta({ description: "Everything but the machines." }),
});
