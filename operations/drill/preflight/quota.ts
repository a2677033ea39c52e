import type { AzureSession } from "../azure-session";
import {
  coreNeeds,
  quotaNamed,
  quotaVersions,
  skusPath,
  usagesPath,
  type SkuResource,
  type UsageResource,
} from "../../vault/core-quota";
import { subscriptionIdOf } from "./subscription";
import type { PreflightFinding } from "../evidence";
import type { ProtectedMachine } from "../protected-machine";

/** Whether the region has cores left for the test machines, in all and by family. */
export async function checkQuota(
  azure: AzureSession,
  region: string,
  machines: readonly ProtectedMachine[],
): Promise<readonly PreflightFinding[]> {
  const groups = Map.groupBy(
    machines.filter(({ targetGroupId }) => targetGroupId !== undefined),
    ({ targetGroupId }) => subscriptionIdOf(targetGroupId ?? ""),
  );
  const found = await Promise.all(
    [...groups].map(([subscription, own]) => quotaOf(azure, subscription, region, own)),
  );
  return found.flat();
}

async function quotaOf(
  azure: AzureSession,
  subscription: string,
  region: string,
  machines: readonly ProtectedMachine[],
): Promise<readonly PreflightFinding[]> {
  const regionId = `/subscriptions/${subscription}/providers/Microsoft.Compute/locations/${region}`;
  const read = await azure.attempt(async ({ arm }) => ({
    usages: (await arm.list(usagesPath(regionId), quotaVersions.usages)) as readonly UsageResource[],
    skus: (await arm.list(skusPath(regionId), quotaVersions.skus)) as readonly SkuResource[],
  }));
  if ("failure" in read) {
    return [unknown(region, `The quota of ${region} cannot be read: ${read.failure.message}`)];
  }
  const { usages, skus } = read.value;
  const { byQuota, unknown: nameless } = coreNeeds(machines, skus);
  const findings = [...byQuota].map(([name, cores]): PreflightFinding => {
    const quota = quotaNamed(usages, name);
    if (quota === undefined) return unknown(region, `Azure tells no quota '${name}' of ${region}.`);
    const { label, free } = quota;
    return free < cores
      ? {
          check: "quota",
          status: "error",
          subject: region,
          message: `${label}: ${free} vCPUs are free, the test machines need ${cores}.`,
          remedy: "Ask for more quota, or drill a smaller plan.",
        }
      : {
          check: "quota",
          status: "ok",
          subject: region,
          message: `${label}: ${free} vCPUs are free, ${cores} are needed.`,
        };
  });
  if (nameless.length === 0) return findings;
  const named = nameless.map(({ name, targetSize }) => `${name} (${targetSize ?? "no size set"})`);
  return [...findings, unknown(region, `Cores are not known of ${named.join(", ")}.`)];
}

function unknown(subject: string, message: string): PreflightFinding {
  return { check: "quota", status: "unknown", subject, message };
}
