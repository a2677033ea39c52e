import { knownBoolean, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "azure-backup-on-host",
  ref: "ASR-0071",
  title: "Azure Backup does not run on a Hyper-V host that replicates",
  rationale: "Azure Backup and Site Recovery on one Hyper-V host are not supported.",
  remedy: "Back the machines up from within, or replicate them from another host.",
  limits: ["hyperv-host.azure-backup"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    const limit = limits.find("hyperv-host.azure-backup");
    if (limit === undefined || host.kind === "vsphere") return notApplicable;
    const installed = knownBoolean(host.azureBackupInstalled);
    if (installed === undefined) return [missing("hosts[].azureBackupInstalled")];
    if (!installed) return kept;
    return [
      violation(limit, {
        subject: `host ${knownString(host.name) ?? ""}`.trim(),
        observed: "Azure Backup",
        message: "Azure Backup runs on the Hyper-V host, which is not supported beside Site Recovery.",
        path: "azureBackupInstalled",
      }),
    ];
  },
});
