import { hostsOf, hostSubject } from "../checks/site";
import { knownBoolean, knownObject } from "../facts/known";
import type { Estate } from "../facts/subjects";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "latest-updates",
  ref: "ASR-0171",
  title: "Hosts and management servers have the latest updates",
  rationale:
    "The documents ask for the latest updates without naming builds; fixes for replication come with them.",
  remedy: "Install the latest updates.",
  limits: ["vsphere.updates", "vcenter.updates", "hyperv.updates", "vmm.updates"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const rows = updatesOf(estate).flatMap((row) => {
      const limit = limits.find(row.limit);
      return limit === undefined ? [] : [{ ...row, limit }];
    });
    if (rows.length === 0) return notApplicable;
    return rows.flatMap(({ limit, current, subject, path }): readonly Outcome[] => {
      if (current === undefined) return [missing(path.replace(/\[\d+\]/, "[]"))];
      if (current) return [];
      return [
        violation(limit, {
          subject,
          observed: "updates missing",
          message: "The latest updates are not installed.",
          path,
        }),
      ];
    });
  },
});

interface Updates {
  readonly limit: string;
  readonly current: boolean | undefined;
  readonly subject: string;
  readonly path: string;
}

function updatesOf(estate: Estate): readonly Updates[] {
  const hosts = (["vsphere", "hyperv"] as const).flatMap((kind) =>
    (hostsOf(estate, kind) ?? []).map((host, index) => ({
      limit: `${kind}.updates`,
      current: knownBoolean(host.updatesCurrent),
      subject: hostSubject(host, index),
      path: `hosts[${index}].updatesCurrent`,
    })),
  );
  return [
    ...hosts,
    ...(estate.vcenter === undefined ? [] : [server("vcenter", "vCenter Server", estate.vcenter)]),
    ...(estate.vmm === undefined ? [] : [server("vmm", "VMM", estate.vmm)]),
  ];
}

function server(name: string, subject: string, facts: { readonly updatesCurrent?: boolean }): Updates {
  const current = knownBoolean(knownObject(facts).updatesCurrent);
  return { limit: `${name}.updates`, current, subject, path: `${name}.updatesCurrent` };
}
