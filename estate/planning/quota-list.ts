import { z } from "zod";
import { InputError, quoted } from "../../landing-zone/input-error";
import { parseJsonText, readTextFile } from "./json-file";

/** vCPU quota of a subscription in one region. */
export interface QuotaList {
  readonly file: string;
  /** By name in lower case: `cores` for the whole region, else a family such as `standarddsv5family`. */
  readonly quotas: ReadonlyMap<string, { readonly limit: number; readonly used: number }>;
}

/** Name of the quota of the region as a whole. */
export const regionalQuota = "cores";

/** The command whose output the option takes. */
export function quotaCommand(region: string): string {
  return `az vm list-usage --location ${region} --output json`;
}

const remedy =
  "Give what `az vm list-usage --location REGION --output json` or the REST API of Microsoft.Compute/locations/usages prints.";

/** Some versions of the command line print numbers as texts. */
const count = z.union([z.number().min(0), z.string().regex(/^\d+$/).transform(Number)]);

const usage = z.object({
  name: z.object({ value: z.string().optional() }),
  currentValue: count,
  limit: count,
});

const usages = z.union([z.array(usage), z.object({ value: z.array(usage) }).transform(({ value }) => value)]);

/** @throws InputError when the file is no such list. */
export async function readQuotas(file: string): Promise<QuotaList> {
  return parseQuotas(await readTextFile(file, remedy), file);
}

/** @throws InputError as `readQuotas`. */
export function parseQuotas(content: string, file: string): QuotaList {
  const quotas = new Map<string, { limit: number; used: number }>();
  for (const { name, currentValue, limit } of parseJsonText(content, file, usages, remedy)) {
    if (name.value === undefined) continue;
    const key = name.value.toLowerCase();
    if (quotas.has(key)) {
      throw new InputError(
        `The list has the usage ${quoted(name.value)} twice: it speaks of several subscriptions or regions.`,
        "Give one file for each subscription, in the order of the plan, with --quota once for each.",
        { file },
      );
    }
    quotas.set(key, { limit, used: currentValue });
  }
  if (!quotas.has(regionalQuota)) {
    throw new InputError('The list has no usage of the name "cores".', remedy, { file });
  }
  return { file, quotas };
}
