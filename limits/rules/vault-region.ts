import { regionOf } from "../checks/regions";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "vault-region",
  ref: "ASR-0042",
  title: "Vaults lie in a region that has them",
  rationale: "Some regions can be source or target but hold no vault for Azure VMs.",
  remedy: "Create the vault in another region.",
  limits: ["region.excluded-vaults"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "vault",
  check(vault, { limits }) {
    const limit = limits.find("region.excluded-vaults");
    if (limit === undefined) return notApplicable;
    const region = regionOf(vault.location);
    if (region === undefined) return [missing("location")];
    if (!stringsOf(limit).includes(region)) return kept;
    return [
      violation(limit, {
        subject: `vault ${knownString(vault.name) ?? ""}`.trim(),
        observed: region,
        message: `Vaults in ${region} are not supported for Azure VMs.`,
        path: "location",
      }),
    ];
  },
});
