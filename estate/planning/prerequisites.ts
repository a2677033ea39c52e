import type { Judge } from "../../limits/judge";
import type { JsonValue, Limit, Severity } from "../../limits/matrix/schema";
import { sourceOf } from "./caps";
import { limitsInScope } from "./firewall";

/** What the documents ask of one server role. */
export interface RolePrerequisites {
  readonly role: string;
  readonly items: readonly Prerequisite[];
}

export interface Prerequisite {
  readonly title: string;
  readonly value: JsonValue;
  readonly unit: string | null;
  /** `info`: a permission, or something that the documents say of the product. */
  readonly severity: Severity;
  readonly note?: string;
  readonly source: string;
}

/** Roles, and how the ids of their limits start. */
const roles: readonly { readonly role: string; readonly prefixes: readonly string[] }[] = [
  { role: "replication-appliance", prefixes: ["appliance."] },
  { role: "configuration-server", prefixes: ["configuration-server."] },
  { role: "process-server", prefixes: ["process-server.", "churn.process-server."] },
  { role: "master-target", prefixes: ["master-target.", "failback.master-target."] },
  { role: "hyperv-host", prefixes: ["hyperv."] },
  { role: "vmm-server", prefixes: ["vmm."] },
  { role: "vcenter-and-esxi", prefixes: ["vcenter.", "vsphere."] },
];

/** Roles that the scope's documents say something about. */
export function prerequisitesOf(judge: Judge): readonly RolePrerequisites[] {
  const limits = limitsInScope(judge);
  return roles
    .map(({ role, prefixes }) => ({
      role,
      items: limits.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix))).map(itemOf),
    }))
    .filter(({ items }) => items.length > 0);
}

function itemOf(limit: Limit): Prerequisite {
  const { title, value, unit, severity, note } = limit;
  return { title, value, unit, severity, ...(note === undefined ? {} : { note }), source: sourceOf(limit) };
}
