import { hostSubject } from "../checks/site";
import { isRecord, parsedOnce, textIn, textsIn } from "../checks/json";
import { knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface Releases {
  /** By product: `Windows Server`, `Hyper-V Server`. Releases of a product are in the order they came. */
  readonly products: ReadonlyMap<
    string,
    { readonly order: readonly string[]; readonly listed: readonly string[] }
  >;
}

const releasesOf = parsedOnce((limit: Limit): Releases => {
  const rows = Array.isArray(limit.value) ? (limit.value as readonly unknown[]).filter(isRecord) : [];
  return {
    products: new Map(
      rows.map((row) => [
        textIn(row, "product"),
        {
          order: textsIn(row, "order"),
          listed: textsIn(row, "releases"),
        },
      ]),
    ),
  };
});

/** `at least`: the listed release and all later ones, in the order the row gives. */
function isListed(releases: Releases, product: string, release: string): boolean | undefined {
  const found = releases.products.get(product);
  if (found === undefined) return false;
  if (found.listed.includes(release)) return true;
  const [floor] = found.listed;
  if (found.order.length === 0 || floor === undefined) return false;
  const position = found.order.indexOf(release);
  // A release that the row does not order may be later than all of them.
  if (position < 0) return undefined;
  return position >= found.order.indexOf(floor);
}

export const rule = defineRule({
  name: "hyperv-host-version",
  ref: "ASR-0175",
  title: "Hyper-V hosts run a listed release of Windows",
  rationale: "The replication provider and Hyper-V Replica work from a certain release on.",
  remedy: "Upgrade the host to a listed release, or move the machines to another host.",
  limits: ["hyperv.versions"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    const limit = limits.find("hyperv.versions");
    if (limit === undefined || (host.kind ?? "hyperv") !== "hyperv") return notApplicable;
    const version = knownString(host.version);
    if (version === undefined) return [missing("version")];
    const product = knownString(host.product) ?? "Windows Server";
    const release = version
      .replace(/^windows server\s+|^hyper-v server\s+/i, "")
      .replace(/(\d)R2$/i, "$1 R2");
    const listed = isListed(releasesOf(limit), product, release);
    if (listed === undefined) return [missing("version")];
    if (listed) return kept;
    return [
      violation(limit, {
        subject: hostSubject(host),
        observed: `${product} ${release}`,
        message: `The host runs ${product} ${release}, which is not supported.`,
        path: "version",
      }),
    ];
  },
});
