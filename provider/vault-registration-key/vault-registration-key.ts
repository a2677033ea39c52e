import { AzureError } from "../../azure/azure-error";
import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { requiredText } from "../input-values";
import type { ObjectDescription } from "../property-description";
import type { CheckProblem, ResourceDefinition } from "../resource-definition";
import { vaultIdInput } from "../vault-id-input";
import { parentId, unlessAbsent } from "../vault-scope";
import { issueKey, vaultApiVersion } from "./issue-key";

/** As long as the portal issues them for. */
const defaultValidityInHours = 120;

const inputs: ObjectDescription = {
  ...vaultIdInput,
  fabricId: {
    type: "string",
    format: "arm-id",
    replaces: true,
    description:
      "ARM id of the Hyper-V site that hosts register with. Left out for configuration servers and VMM servers, which register with the vault as a whole.",
  },
  validityInHours: {
    type: "integer",
    default: defaultValidityInHours,
    replaces: true,
    description: "Hours that the key can be registered with. Default: 120, as in the portal.",
  },
  rotation: {
    type: "string",
    replaces: true,
    description: "Any text; another one issues a new key. A key that has expired is not renewed by itself.",
  },
};

const outputs: ObjectDescription = {
  file: {
    type: "string",
    required: true,
    secret: true,
    description: "Content of the `.VaultCredentials` file: what a server or a host is registered with.",
  },
  fileName: { type: "string", required: true, description: "Name that the file usually has." },
  certificateName: {
    type: "string",
    required: true,
    description: "Name of the vault's certificate that the key consists of.",
  },
  thumbprint: { type: "string", required: true, description: "Thumbprint of that certificate." },
  expiresAt: { type: "string", required: true, description: "When the key expires, ISO 8601." },
};

/** What servers and hosts register with. */
export const vaultRegistrationKey: ResourceDefinition = {
  name: "VaultRegistrationKey",
  description:
    "The registration key of a vault: the `.VaultCredentials` file that a Hyper-V host, a VMM server or a configuration " +
    "server of the classic experience is registered with. Creating has the service issue a certificate " +
    "(`PUT …/certificates/{name}`) and makes the file of it in the form that Az.RecoveryServices writes " +
    "(`Get-AzRecoveryServicesVaultSettingsFile`). The file holds a private key and is a secret.\n\n" +
    "Azure shows a key only when it issues it and has no operation that takes one back: deleting forgets the file, and " +
    "the key goes on until it expires. For the replication appliance of the modernized experience there is no such " +
    "key: the portal alone makes its appliance key.",
  inputs,
  outputs,

  check(given) {
    const problems: CheckProblem[] = [];
    const { validityInHours, vaultId, fabricId } = given;
    if (typeof validityInHours === "number" && validityInHours < 1) {
      const reason = `${validityInHours} is no time: give at least one hour.`;
      problems.push({ property: "validityInHours", reason });
    }
    const [vault, fabric] = [stringOf(vaultId), stringOf(fabricId)];
    const known = vault !== undefined && fabric !== undefined;
    if (known && !fabric.toLowerCase().startsWith(`${vault.toLowerCase()}/replicationfabrics/`)) {
      const reason = `"${fabric}" is no fabric of the vault ${vault}: give …/replicationFabrics/… of that vault.`;
      problems.push({ property: "fabricId", reason });
    }
    return { problems };
  },

  async create({ inputs: given }, context) {
    const validityInHours = given["validityInHours"];
    const { id, ...issued } = await issueKey(
      {
        vaultId: requiredText(given, "vaultId"),
        fabricId: stringOf(given["fabricId"]),
        validityInHours: typeof validityInHours === "number" ? validityInHours : defaultValidityInHours,
      },
      context,
    );
    return { id, outputs: { ...issued, ...given } };
  },

  async read({ id, inputs: given, state }, context) {
    const before: PropertyMap = state ?? {};
    if (given === undefined || before["file"] === undefined) {
      throw new AzureError(
        "KeyNotShown",
        `${id} cannot be imported: Azure shows a key only when it issues it.`,
      );
    }
    const { arm } = context.connection;
    const abortSignal = context.signal;
    // A key goes with its vault; of the key itself Azure tells nothing.
    const there = await unlessAbsent(arm.get(parentId(id), vaultApiVersion, { abortSignal }));
    return there === undefined ? undefined : { id, inputs: given, outputs: before };
  },

  async delete({ id }, context) {
    context.log.debug(`${parentId(id)} keeps the certificate until it expires.`, context.urn);
    return Promise.resolve();
  },
};
