import * as pulumi from "@pulumi/pulumi";
import { DisasterRecoveryLandingZone } from "../../../../components";
import { checkLandingZone } from "../../../../components/landing-zone/check";
import { openLandingZoneText } from "../../../../landing-zone/read";
import { DocumentError } from "../../../../landing-zone/schema-problems";
import { pathText } from "../../../../landing-zone/source-document";
import { deployed, valueOf } from "../../deployed";
import { leavesOf, type Leaves } from "../../inputs/changes";
import { providers, vaultId } from "./documents";

const vaults = "Microsoft.RecoveryServices/vaults";
const fabrics = `${vaults}/rsv/replicationFabrics`;

/** Types of the resources whose ids components check, by what their names end with. */
const types: readonly (readonly [RegExp, string])[] = [
  [/-vault$/, vaults],
  [/-workspace$/, "Microsoft.OperationalInsights/workspaces"],
  [/(?:-account|-log)$/, "Microsoft.Storage/storageAccounts"],
  [/-network-(?:recovery|test)$/, "Microsoft.Network/virtualNetworks"],
  [/-policies-\w+$/, `${vaults}/rsv/replicationPolicies`],
  [/-fabric$|-site$/, fabrics],
  [/-container$/, `${fabrics}/one/replicationProtectionContainers`],
  [
    /-replication-(?:one|two)$/,
    `${fabrics}/one/replicationProtectionContainers/one/replicationProtectedItems`,
  ],
];

/** Ids of new resources as Azure forms them. */
const state = new Proxy<
  Readonly<Record<string, { readonly id: string; readonly [output: string]: unknown }>>
>(
  {},
  {
    get: (_target, name) => {
      const type = types.find(([pattern]) => pattern.test(String(name)))?.[1];
      if (name === "dr-vault-vault") return { id: vaultId };
      const id = `${providers}/${type}/${String(name)}`;
      return type === undefined ? undefined : { id, protectedItemId: id, sku: { name: "Standard_LRS" } };
    },
  },
);

/** What a landing zone registers, and its outputs. */
export async function deployedZone(document: object): Promise<Leaves> {
  const deployment = await deployed(
    () => new DisasterRecoveryLandingZone("dr", { document: document as never }),
    { state },
  );
  const outputs = Object.entries(deployment.result.existingOutputs).map(
    async ([name, output]) => [name, await valueOf(output)] as const,
  );
  return leavesOf(deployment, { output: Object.fromEntries(await Promise.all(outputs)) });
}

/** Where a document is refused before anything is created for it. */
export function refusals(document: object): readonly string[] {
  try {
    checkLandingZone(openLandingZoneText(JSON.stringify(document)));
    return [];
  } catch (error) {
    if (error instanceof DocumentError) return error.problems.map(({ path }) => pathText(path) ?? "");
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath.replace(/^document\./, ""));
  }
}
