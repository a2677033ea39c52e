import { regionKey } from "../../vault/surroundings";
import { targetRegionsOf } from "../target-regions";
import { defineCheck, notKnown, observed } from "../live-check";
import { testFailover } from "../sources";

export const check = defineCheck({
  name: "vcpu-quota",
  ref: "ASR-L18",
  title: "The vCPU quota of the target region takes all machines at once",
  rationale: "In a disaster all machines start together; those above the quota do not start.",
  remedy: "Ask for more vCPU quota in the target region, or reserve capacity.",
  source: testFailover("Prepare for a test failover"),
  needs: ["protectedItems"],
  *examine(vault) {
    for (const [target, machines] of targetRegionsOf(vault.machines, vault.snapshot)) {
      const subject = { kind: "quota" as const, name: `vCPUs in ${target.region}` };
      const usages = vault.surroundings.usages.get(regionKey(target));
      const sizes = vault.surroundings.sizes.get(regionKey(target));
      const unread = [usages, sizes].flatMap((part) => (part?.kind === "unknown" ? [part.action] : []));
      if (usages?.kind !== "read" || sizes?.kind !== "read") {
        yield notKnown(subject, ...(unread.length > 0 ? unread : ["quota of the region"]));
        continue;
      }
      const cores = usages.value.find(({ name }) => name?.value?.toLowerCase() === "cores");
      if (cores?.limit === undefined || cores.currentValue === undefined) {
        yield notKnown(subject, "quota cores");
        continue;
      }
      const coresOfSize = new Map(
        sizes.value.map(({ name = "", numberOfCores }) => [name.toLowerCase(), numberOfCores]),
      );
      let needed = 0;
      const unknownSizes = new Set<string>();
      for (const machine of machines) {
        const count = coresOfSize.get(machine.targetSize?.toLowerCase() ?? "");
        if (count === undefined) unknownSizes.add(machine.targetSize ?? "no size chosen");
        else needed += count;
      }
      const free = cores.limit - cores.currentValue;
      if (needed > free) {
        yield observed({
          severity: "error",
          subject,
          observed: `${free} vCPUs free of ${cores.limit}`,
          expected: `${needed} vCPUs for ${machines.length} machines`,
          message: `${machines.length} machines need ${needed} vCPUs in ${target.region}; ${free} of ${cores.limit} are free.`,
        });
      } else if (unknownSizes.size > 0) {
        yield notKnown(subject, ...[...unknownSizes].map((size) => `vCPUs of size ${size}`));
      }
    }
  },
});
