import { isRecord } from "../../limits/checks/json";
import { editions } from "../../limits/editions";
import type { Judge } from "../../limits/judge";
import { loadMatrix } from "../../limits/matrix/load";
import type { JsonValue, Limit } from "../../limits/matrix/schema";
import { sourceOf } from "./caps";

/** One line of a firewall list. */
export interface FirewallRow {
  /** `appliance`, `configuration-server`, `hyperv-host`, `vmm`, `machine` … */
  readonly role: string;
  readonly direction: "outbound" | "inbound";
  /** Host names, `*` standing for labels; absent where the documents name none. */
  readonly hosts?: readonly string[];
  /** TCP port; absent where the documents name none. */
  readonly port?: number;
  readonly when: "always" | "set-up" | "optional";
  readonly note?: string;
  readonly source: string;
}

/** Limits of one scope, in the order of the matrix. */
export function limitsInScope(judge: Judge): readonly Limit[] {
  return loadMatrix().filter((limit) => judge.context.limits.find(limit.id) === limit);
}

/**
 * Every address and port that the documents of the scope name, by role. Where an edition names no host for a
 * scenario, the newest other edition that does speaks for it: its sources say so.
 */
export function firewallRows(judge: Judge): readonly FirewallRow[] {
  const own = limitsInScope(judge).flatMap(rowsOf);
  const rows = own.some(({ hosts }) => hosts !== undefined) ? own : [...own, ...borrowedRows(judge)];
  return rows.sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : 0));
}

function borrowedRows({ scope: { edition: own, scenario, experience } }: Judge): readonly FirewallRow[] {
  for (const edition of editions.toReversed()) {
    // Servers of the modernized experience are others than those of older editions.
    if (edition === own || experience === "modernized") continue;
    const rows = loadMatrix()
      .filter((limit) => limit.edition === edition && limit.scenarios.includes(scenario))
      .flatMap(rowsOf);
    if (rows.some(({ hosts }) => hosts !== undefined)) return rows;
  }
  return [];
}

function rowsOf(limit: Limit): readonly FirewallRow[] {
  const common = { source: sourceOf(limit), ...(limit.note === undefined ? {} : { note: limit.note }) };
  const items: readonly JsonValue[] = Array.isArray(limit.value) ? (limit.value as readonly JsonValue[]) : [];
  switch (limit.id) {
    case "egress.urls":
    case "egress.urls.set-up":
    case "egress.ports":
    case "egress.ports.set-up": {
      const when = limit.id.endsWith("set-up") ? "set-up" : "always";
      return items.flatMap((item): readonly FirewallRow[] => {
        if (!isRecord(item) || typeof item["from"] !== "string") return [];
        const hosts = [
          item["host"],
          ...(Array.isArray(item["or"]) ? (item["or"] as readonly JsonValue[]) : []),
        ];
        const named = hosts.filter((host) => typeof host === "string");
        return [
          {
            role: item["from"],
            direction: "outbound",
            ...(named.length === 0 ? {} : { hosts: named }),
            ...(typeof item["port"] === "number" ? { port: item["port"] } : {}),
            when,
            ...common,
          },
        ];
      });
    }
    case "egress.urls.not-required":
      return items.flatMap((host): readonly FirewallRow[] =>
        typeof host === "string"
          ? [{ role: "appliance", direction: "outbound", hosts: [host], when: "optional", ...common }]
          : [],
      );
    case "appliance.ports":
      return inbound("appliance", items, common);
    case "configuration-server.port.control":
    case "configuration-server.port.data":
      return inbound("configuration-server", items, common);
    case "egress.azure-address-ranges":
      return [
        {
          role: "every server",
          direction: "outbound",
          hosts: ["address ranges of Azure"],
          when: "always",
          ...common,
        },
      ];
    case "multi-vm-group.port":
      return inbound("machine of a multi-VM group", [limit.value], common);
    default:
      return [];
  }
}

function inbound(
  role: string,
  ports: readonly JsonValue[],
  common: { readonly source: string; readonly note?: string },
): readonly FirewallRow[] {
  return ports.flatMap((port): readonly FirewallRow[] =>
    typeof port === "number" ? [{ role, direction: "inbound", port, when: "always", ...common }] : [],
  );
}
