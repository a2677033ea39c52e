import { valueOf } from "../../vault/part";
import type { CheckFinding } from "../check-finding";
import { vaultSubject, type CheckedVault } from "../checked-vault";
import { liveFinding } from "../examine";
import { observed } from "../live-check";
import { opinionChecks } from "./opinion-checks";
import type { ServiceHealth } from "./service-opinions";

/** The service's summary of the vault. */
export function serviceHealth({ snapshot }: CheckedVault): ServiceHealth | null {
  const properties = valueOf(snapshot.health)?.properties;
  if (properties === undefined) return null;
  const parts = [properties.protectedItemsHealth, properties.fabricsHealth, properties.containersHealth];
  return {
    items: properties.protectedItemsHealth?.resourceCount ?? null,
    errors: properties.vaultErrors?.length ?? 0,
    issues: parts.flatMap((part) =>
      (part?.issues ?? []).map(({ summaryCode = "", severity = "", summaryMessage = "" }) => ({
        code: summaryCode,
        severity,
        message: summaryMessage,
      })),
    ),
  };
}

/** Findings where the summary says other things than the vault's items do. */
export function compareHealth(vault: CheckedVault): readonly CheckFinding[] {
  const health = serviceHealth(vault);
  if (health === null || vault.snapshot.protectedItems.kind === "unknown") return [];
  const findings: CheckFinding[] = [];
  const count = vault.machines.length;
  if (health.items !== null && health.items !== count) {
    findings.push(
      differs(
        vault,
        `${health.items} items`,
        `${count} items read`,
        `The service counts ${health.items} protected items, ${count} were listed.`,
      ),
    );
  }
  const unwell = vault.machines.some(({ replicationHealth, failoverHealth }) =>
    [replicationHealth, failoverHealth].some((word) => /^(?:critical|warning)$/i.test(word ?? "")),
  );
  const issues = health.issues.filter(({ severity }) => /^(?:error|critical)$/i.test(severity));
  if (issues.length > 0 && !unwell) {
    const text = issues.map(({ code, message }) => [code, message].filter(Boolean).join(" ")).join("; ");
    findings.push(
      differs(
        vault,
        text,
        "no item is unhealthy",
        `The service reports issues that no item shows: ${text.replace(/\.$/, "")}.`,
      ),
    );
  }
  return findings;
}

function differs(vault: CheckedVault, service: string, ours: string, message: string): CheckFinding {
  return liveFinding(
    opinionChecks.health,
    observed({
      severity: "warning",
      subject: vaultSubject(vault),
      observed: `service: ${service}`,
      expected: `ours: ${ours}`,
      message,
    }),
    "service",
  );
}
