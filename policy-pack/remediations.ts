import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { normalizeToken, storageAccountFromAzureNative } from "../limits/facts/from-azure-native";
import { rule as redundancyRule } from "../limits/rules/replication-storage-redundancy";
import { listedSku } from "./listed-sku";
import { plainInputs } from "./plain-inputs";
import { ancestorTypes } from "./program";
import { cacheStorageComponent, tokens } from "./resource-types";
import type { RunSettings } from "./settings";

/** Inputs of a resource, to be changed in place: a copy would read, and fail at, values not known yet. */
type Inputs = Record<string, unknown>;

/** Changes the inputs where they need it. @returns whether they did. */
type Remediation = (inputs: Inputs, names: readonly string[], run: RunSettings | undefined) => boolean;

/** First version of Microsoft.Storage whose accounts have the minimum TLS version and public access of blobs. */
const firstVersionWithBoth = "20190601";

/** Names of the policies that change inputs instead of reporting them. */
export const remediationNames = [
  "remediate-cache-storage-minimum-tls",
  "remediate-cache-storage-public-access",
  "remediate-cache-storage-sku",
] as const;

/**
 * Policies that mend a storage account where there is one right answer. They do nothing unless their level is
 * `remediate`.
 *
 * @param settings What the policy `settings` was told, once it has run.
 */
export function remediationPolicies(
  settings: () => RunSettings | undefined,
): readonly ResourceValidationPolicy[] {
  return [
    {
      ...shared,
      name: "remediate-cache-storage-minimum-tls",
      displayName: "Storage accounts for replication ask for TLS 1.2",
      description: "Sets minimumTlsVersion of storage accounts for replication to TLS1_2, where it is lower.",
      remediationSteps: "Set minimumTlsVersion to TLS1_2.",
      url: "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
      remediateResource: remediating(minimumTls, settings),
    },
    {
      ...shared,
      name: "remediate-cache-storage-public-access",
      displayName: "Storage accounts for replication have no public blobs",
      description: "Sets allowBlobPublicAccess of storage accounts for replication to false.",
      remediationSteps: "Set allowBlobPublicAccess to false.",
      url: "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
      remediateResource: remediating(publicAccess, settings),
    },
    {
      ...shared,
      name: "remediate-cache-storage-sku",
      displayName: "Storage accounts for replication have a SKU that the document lists",
      description: "Replaces a zone-redundant SKU that the document refuses by the listed one without zones.",
      remediationSteps: redundancyRule.remedy,
      url: "https://learn.microsoft.com/azure/storage/common/redundancy-migration",
      remediateResource: remediating(sku, settings),
    },
  ];
}

const shared = {
  enforcementLevel: "disabled",
  severity: "medium",
  tags: ["site-recovery", "remediation"],
} satisfies Partial<ResourceValidationPolicy>;

const minimumTls: Remediation = (inputs) => {
  const version = inputs["minimumTlsVersion"] ?? "TLS1_0"; // What the service takes.
  if (typeof version !== "string" || !/^TLS1_[01]$/i.test(version)) return false;
  inputs["minimumTlsVersion"] = "TLS1_2";
  return true;
};

const publicAccess: Remediation = (inputs) => {
  // Left out it depends on the version of the API.
  const allowed = inputs["allowBlobPublicAccess"] ?? true;
  if (allowed !== true) return false;
  inputs["allowBlobPublicAccess"] = false;
  return true;
};

const sku: Remediation = (inputs, names, run) => {
  const own = inputs["sku"];
  if (run === undefined || typeof own !== "object" || own === null) return false;
  const { facts } = storageAccountFromAzureNative(plainInputs(inputs));
  const listed = listedSku(facts, names, run);
  if (listed === undefined) return false;
  (own as Inputs)["name"] = listed;
  return true;
};

function remediating(remedy: Remediation, settings: () => RunSettings | undefined) {
  return (args: ResourceValidationArgs): Inputs | undefined => {
    const run = settings();
    if (!mayChange(args, run)) return undefined;
    try {
      return remedy(args.props, [args.name, args.urn], run) ? args.props : undefined;
    } catch (error) {
      // The SDK reports a value that is not known yet; any other error would end the run for every pack.
      if (error instanceof Error && error.constructor.name === "UnknownValueError") throw error;
      return args.notApplicable(error instanceof Error ? error.message : String(error));
    }
  };
}

/** Only what takes part in replication for sure: a policy of one resource does not see what refers to it. */
function mayChange({ type, urn }: ResourceValidationArgs, run: RunSettings | undefined): boolean {
  if (normalizeToken(type) !== tokens.storageAccount) return false;
  const version = /v(\d{8})/.exec(type)?.[1] ?? firstVersionWithBoth;
  if (version < firstVersionWithBoth) return false;
  return run?.settings.scope === "everything" || ancestorTypes(urn).includes(cacheStorageComponent);
}
