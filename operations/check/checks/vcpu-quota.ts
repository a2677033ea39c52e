import { allCores, coreNeeds, quotaNamed } from "../../vault/core-quota";
import { regionKey } from "../../vault/surroundings";
import { targetRegionsOf } from "../target-regions";
import { defineCheck, notKnown, observed } from "../live-check";
import { testFailover } from "../sources";

export const check = defineCheck({
  name: "vcpu-quota",
  ref: "ASR-L18",
  title: "The vCPU quotas of the target region take all machines at once",
  rationale:
    "In a disaster all machines start together; those above the quota of the region or of their size's family do not start.",
  remedy:
    "Ask for more vCPU quota in the target region, choose sizes of another family, or reserve capacity.",
  source: testFailover("Prepare for a test failover"),
  needs: ["protectedItems"],
  *examine(vault) {
    for (const [target, machines] of targetRegionsOf(vault.machines, vault.snapshot)) {
      const usages = vault.surroundings.usages.get(regionKey(target));
      const sizes = vault.surroundings.sizes.get(regionKey(target));
      const unread = [usages, sizes].flatMap((part) => (part?.kind === "unknown" ? [part.action] : []));
      const subject = (quota: string) => ({
        kind: "quota" as const,
        name: quota === allCores ? `vCPUs in ${target.region}` : `${quota} vCPUs in ${target.region}`,
      });
      if (usages?.kind !== "read" || sizes?.kind !== "read") {
        yield notKnown(subject(allCores), ...(unread.length > 0 ? unread : ["quota of the region"]));
        continue;
      }
      const { byQuota, unknown } = coreNeeds(machines, sizes.value);
      for (const [name, needed] of byQuota) {
        const quota = quotaNamed(usages.value, name);
        if (quota === undefined) {
          yield notKnown(subject(name), `quota ${name}`);
          continue;
        }
        const { free, limit } = quota;
        if (needed <= free) continue;
        const what = name === allCores ? "vCPUs" : `vCPUs of ${name}`;
        yield observed({
          severity: "error",
          subject: subject(name),
          observed: `${free} vCPUs free of ${limit}`,
          expected: `${needed} vCPUs`,
          message: `The machines need ${needed} ${what} in ${target.region}; ${free} of ${limit} are free.`,
        });
      }
      const unknownSizes = new Set(unknown.map(({ targetSize }) => targetSize ?? "no size chosen"));
      if (unknownSizes.size > 0) {
        yield notKnown(subject(allCores), ...[...unknownSizes].map((size) => `vCPUs of size ${size}`));
      }
    }
  },
});
