import type { StorageAccount } from "../limits/facts/azure";
import { completeScope, createJudge, ScenarioError, type Judge } from "../limits/judge";
import { rule as redundancyRule } from "../limits/rules/replication-storage-redundancy";
import { stringsOf } from "../limits/rules/rule";
import { WaiverBook } from "../limits/waivers";
import type { RunSettings } from "./settings";

/**
 * The listed SKU in place of one that the documents refuse: the same tier, copies in a second region and read
 * access there, without the copies in several zones. Undefined where the SKU is not refused, where no such SKU is
 * listed, where the refusal is waived, or where the settings do not name both edition and scenario: nothing else
 * is known before the whole stack is.
 *
 * @param names Names that the account goes by in waivers, besides its own.
 */
export function listedSku(
  account: Partial<StorageAccount>,
  names: readonly string[],
  run: RunSettings,
): string | undefined {
  const judge = judgeOf(run);
  const { sku } = account;
  if (judge === undefined || sku === undefined) return undefined;
  const waivers = new WaiverBook(run.settings.waivers ?? [], run.asOf);
  const ownNames = account.name === undefined ? names : [...names, account.name];
  // Names of storage accounts are unique everywhere: the rest of an id adds nothing.
  const ending = `/storageaccounts/${account.name?.toLowerCase() ?? ""}`;
  const isCalled = (subject: string): boolean =>
    subject.startsWith("/") && subject.toLowerCase().endsWith(ending);
  const refused = judge
    .judge("storage-account", account)
    .findings.map((finding) => waivers.apply(finding, { names: ownNames, isCalled }))
    .some(({ severity, waiver }) => severity === "error" && waiver === null);
  if (!refused) return undefined;
  const listed = judge.context.limits.find("azure-storage.redundancy.allowed");
  const nearest = sku.replace(/_ZRS$/, "_LRS").replace(/GZRS$/, "GRS");
  return listed !== undefined && nearest !== sku && stringsOf(listed).includes(nearest) ? nearest : undefined;
}

function judgeOf({ settings, asOf }: RunSettings): Judge | undefined {
  const { edition, scenario, experience, intent } = settings;
  if (edition === undefined || scenario === undefined) return undefined;
  const said = {
    edition,
    scenario,
    asOf,
    ...(experience === undefined ? {} : { experience }),
    ...(intent === undefined ? {} : { intent }),
  };
  try {
    return createJudge(completeScope(said), undefined, [redundancyRule]);
  } catch (error) {
    // The policy `settings` reports it.
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}
