import { itemName, itemsOf, type KnownItem } from "../checks/protected-items";
import { regionOf } from "../checks/regions";
import { knownObject, knownString } from "../facts/known";
import { sameResourceId } from "../facts/resource-id";
import { defineRule, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "change-under-protection",
  ref: "ASR-0039",
  title: "Storage account, vault and region of a replicated machine stay as they are",
  rationale: "They cannot be changed while a machine replicates.",
  remedy: "Disable replication of the machine, change the setting, and enable replication again.",
  limits: ["azure-storage.change-under-protection", "region.change-under-protection"],
  moments: ["component", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    // A single state shows no change.
    if (typeof deployment.previous !== "object") return notApplicable;
    const previous = knownObject(deployment.previous);
    const outcomes: Outcome[] = [];
    const account = limits.find("azure-storage.change-under-protection");
    if (account !== undefined) {
      const before = new Map<string, KnownItem>();
      for (const item of itemsOf(previous) ?? []) before.set(keyOf(item), item);
      itemsOf(deployment)?.forEach((item, index) => {
        const old = knownString(before.get(keyOf(item))?.storageAccountId);
        const now = knownString(item.storageAccountId);
        if (old === undefined || now === undefined || sameResourceId(old, now)) return;
        outcomes.push(
          violation(account, {
            subject: itemName(item, index),
            observed: `target account ${now}`,
            message: `The target account of the replicated machine changes from ${old} to ${now}.`,
            path: `protectedItems[${index}].storageAccountId`,
          }),
        );
      });
    }
    const region = limits.find("region.change-under-protection");
    if (region !== undefined && (itemsOf(deployment) ?? []).length > 0) {
      const sides = [
        ["target region", regionOf(previous.targetRegion), regionOf(deployment.targetRegion), "targetRegion"],
        [
          "region of the vault",
          regionOf(knownObject(previous.vault).location),
          regionOf(knownObject(deployment.vault).location),
          "vault.location",
        ],
      ] as const;
      for (const [what, old, now, path] of sides) {
        if (old === undefined || now === undefined || old === now) continue;
        outcomes.push(
          violation(region, {
            subject: what,
            observed: now,
            message: `The ${what} changes from ${old} to ${now} under replication.`,
            path,
          }),
        );
      }
    }
    return outcomes;
  },
});

function keyOf(item: KnownItem): string {
  return (knownString(item.id) ?? knownString(item.name) ?? "").toLowerCase();
}
