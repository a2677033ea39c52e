import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "classic-portal-vault",
  ref: "ASR-0034",
  title: "Vaults are made in the Azure portal or through Resource Manager",
  rationale: "New vaults cannot be created in the classic portal; existing ones lack what is new.",
  remedy: "Create a vault through Azure Resource Manager and set replication up there.",
  limits: [
    "azure-account.vault.classic.create",
    "azure-account.vault.portal",
    "azure-account.vault.classic.maintain",
  ],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "vault",
  check(vault, { limits }) {
    const create = limits.find("azure-account.vault.classic.create");
    const prefer = limits.find("azure-account.vault.portal");
    if (create === undefined || prefer === undefined) return notApplicable;
    if (vault.portal === "azure") return kept;
    if (vault.portal !== "classic") return [missing("portal")];
    // What has an id exists already, and may stay.
    const exists = knownString(vault.id) !== undefined;
    return [
      violation(exists ? prefer : create, {
        subject: `vault ${knownString(vault.name) ?? ""}`.trim(),
        observed: "classic portal",
        message: exists
          ? "The vault was made in the classic portal; new scenarios should be set up in the Azure portal."
          : "A new vault cannot be created in the classic portal.",
        path: "portal",
      }),
    ];
  },
});
