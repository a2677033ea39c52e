import { vaultFromAzureNative } from "../../limits/facts/from-azure-native";
import {
  documentedLimits,
  judgeFacts,
  type DocumentedLimits,
  type LimitFindings,
} from "../limits/documented-limits";
import { existingIdProblems, idleInputs, resourceIdProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import { privateEndpointProblems } from "../private-endpoints/checks";
import type { RecoveryVaultArgs } from "./recovery-vault";
import { vaultInputs } from "./inputs";

const newOnly = [
  "vaultName",
  "skuName",
  "skuTier",
  "systemAssignedIdentity",
  "userAssignedIdentityIds",
  "createUserAssignedIdentity",
  "publicNetworkAccess",
  "immutability",
  "storageRedundancy",
  "crossRegionRestore",
  "softDelete",
  "encryption",
  "alerts",
] as const;

/** Everything that is wrong with the arguments, as far as they are known. */
export function vaultInputProblems(args: RecoveryVaultArgs): readonly InputProblem[] {
  return allProblems(documentedLimits(args), { ...args });
}

export function allProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  return [...limits.problems, ...vaultProblems(seen), ...vaultFindings(limits, seen).errors];
}

/** Arguments that contradict each other or are missing. */
function vaultProblems(seen: SeenInputs): readonly InputProblem[] {
  const args = seen as RecoveryVaultArgs;
  const makesWorkspace = args.diagnostics?.enabled !== false && args.diagnostics?.workspaceId === undefined;
  const needed =
    args.vaultId === undefined || (args.privateEndpoints ?? []).length > 0
      ? ["resourceGroupName", "location"]
      : makesWorkspace
        ? ["resourceGroupName"]
        : [];
  return [
    ...existingIdProblems(seen, {
      idName: "vaultId",
      type: "Microsoft.RecoveryServices/vaults",
      newOnly,
    }),
    ...missingInputs(seen, needed),
    ...identityProblems(args),
    ...(args.createUserAssignedIdentity === true
      ? []
      : idleInputs(
          seen,
          ["userAssignedIdentityName"],
          "It names a new identity, which only createUserAssignedIdentity makes: set that, or leave this out.",
        )),
    ...privateEndpointProblems(args.privateEndpoints ?? [], args.resourceGroupName),
    ...workspaceProblems(args),
    ...(args.cacheAccess ?? []).flatMap((access, index) =>
      (access.storageAccountId as unknown) === undefined
        ? [
            {
              propertyPath: `cacheAccess[${index}].storageAccountId`,
              reason: "Missing: the id of the account.",
            },
          ]
        : isPending(access.storageAccountId)
          ? []
          : resourceIdProblems(
              `cacheAccess[${index}].storageAccountId`,
              access.storageAccountId,
              "Microsoft.Storage/storageAccounts",
            ),
    ),
  ];
}

function identityProblems(args: RecoveryVaultArgs): readonly InputProblem[] {
  if (args.systemAssignedIdentity !== false) return [];
  const reason =
    "It needs the system-assigned identity of the vault, which systemAssignedIdentity turns off: leave one of them out.";
  return [
    ...(args.cacheAccess !== undefined && args.cacheAccess.length > 0
      ? [{ propertyPath: "cacheAccess", reason }]
      : []),
    ...(args.encryption !== undefined && args.encryption.userAssignedIdentityId === undefined
      ? [{ propertyPath: "encryption", reason }]
      : []),
    ...(args.privateEndpoints !== undefined && args.privateEndpoints.length > 0
      ? [{ propertyPath: "privateEndpoints", reason }]
      : []),
  ];
}

function workspaceProblems(args: RecoveryVaultArgs): readonly InputProblem[] {
  if (args.diagnostics === undefined) return [];
  const diagnostics = args.diagnostics as SeenInputs;
  return args.diagnostics.enabled === false
    ? idleInputs(
        diagnostics,
        Object.keys(diagnostics).filter((name) => name !== "enabled"),
        "There are no diagnostics, because diagnostics.enabled is false: leave one of them out.",
        "diagnostics.",
      )
    : existingIdProblems(diagnostics, {
        idName: "workspaceId",
        type: "Microsoft.OperationalInsights/workspaces",
        newOnly: [
          "workspaceName",
          "workspaceResourceGroupName",
          "workspaceLocation",
          "workspaceSku",
          "workspaceTags",
          "retentionInDays",
        ],
        prefix: "diagnostics.",
      });
}

/** Facts whose argument has another name. */
const argumentOfFact: Readonly<Record<string, string>> = {
  name: "vaultName",
  id: "vaultId",
  identity: "systemAssignedIdentity",
};

/** What the rules say about the vault. */
export function vaultFindings(limits: DocumentedLimits, seen: SeenInputs): LimitFindings {
  const { facts } = vaultFromAzureNative(vaultInputs("", seen));
  return judgeFacts(limits, "vault", facts, (path) => argumentOfFact[path] ?? path);
}
