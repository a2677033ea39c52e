import type { AzureSession } from "../azure-session";
import { subscriptionIdOf } from "./subscription";
import type { PreflightFinding } from "../evidence";
import type { ProtectedMachine } from "../protected-machine";

const computeApiVersion = "2024-07-01";
const skusApiVersion = "2021-07-01";

interface Usage {
  readonly name?: { readonly value?: string; readonly localizedValue?: string };
  readonly currentValue?: number;
  readonly limit?: number;
}

interface Sku {
  readonly name?: string;
  readonly resourceType?: string;
  readonly family?: string;
  readonly capabilities?: readonly { readonly name?: string; readonly value?: string }[];
}

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
  const compute = `/subscriptions/${subscription}/providers/Microsoft.Compute`;
  const read = await azure.attempt(async ({ arm }) => ({
    usages: (await arm.list(`${compute}/locations/${region}/usages`, computeApiVersion)) as readonly Usage[],
    skus: (await arm.list(
      `${compute}/skus?$filter=location eq '${region}'`,
      skusApiVersion,
    )) as readonly Sku[],
  }));
  if ("failure" in read) {
    return [unknown(region, `The quota of ${region} cannot be read: ${read.failure.message}`)];
  }
  const { usages, skus } = read.value;
  const sizes = new Map(
    skus
      .filter(({ resourceType }) => resourceType === "virtualMachines")
      .map((sku) => [(sku.name ?? "").toLowerCase(), sku]),
  );
  const needed = new Map<string, number>();
  const nameless: string[] = [];
  for (const { name, targetSize } of machines) {
    const sku = sizes.get((targetSize ?? "").toLowerCase());
    const cores = Number(sku?.capabilities?.find((each) => each.name === "vCPUs")?.value);
    if (sku === undefined || Number.isNaN(cores)) nameless.push(`${name} (${targetSize ?? "no size set"})`);
    else for (const key of ["cores", sku.family ?? ""]) needed.set(key, (needed.get(key) ?? 0) + cores);
  }
  const findings = [...needed].flatMap(([key, cores]): PreflightFinding[] => {
    const usage = usages.find(({ name }) => name?.value?.toLowerCase() === key.toLowerCase());
    if (usage === undefined)
      return key === "cores" ? [unknown(region, `Azure tells no core quota of ${region}.`)] : [];
    const free = (usage.limit ?? 0) - (usage.currentValue ?? 0);
    const label = usage.name?.localizedValue ?? key;
    return free < cores
      ? [
          {
            check: "quota",
            status: "error",
            subject: region,
            message: `${label}: ${free} vCPUs are free, the test machines need ${cores}.`,
            remedy: "Ask for more quota, or drill a smaller plan.",
          },
        ]
      : [
          {
            check: "quota",
            status: "ok",
            subject: region,
            message: `${label}: ${free} vCPUs are free, ${cores} are needed.`,
          },
        ];
  });
  if (nameless.length === 0) return findings;
  return [...findings, unknown(region, `Cores are not known of ${nameless.join(", ")}.`)];
}

function unknown(subject: string, message: string): PreflightFinding {
  return { check: "quota", status: "unknown", subject, message };
}
