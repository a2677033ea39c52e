import { checkSeeded } from "../../operations/check/simulated-check";
import { job, daysAgo, plan, soundItem, soundVault } from "../../operations/check/sound-vault";
import type { VaultCheck } from "../../../operations/check/vault-check";

/** A check of a vault with something of everything: errors, warnings, an unknown, a waiver, hostile names. */
export function troubledCheck(): Promise<VaultCheck> {
  const resources = soundVault(
    {
      web: soundItem(
        "web",
        { rpoInSeconds: 5400 },
        {
          replicationHealth: "Critical",
          healthErrors: [{ errorCode: "153007", summaryMessage: "High data change rate." }],
        },
      ),
      plan: plan("shop", ["web", "db", "gone"]),
      drill: job("drill", "TestFailover", "Succeeded", daysAgo(120), { name: "shop", kind: "RecoveryPlan" }),
      alerts: undefined,
    },
    [
      soundItem("evil", {}, { friendlyName: '<img src=x onerror="alert(1)">', failoverHealth: "Warning" }),
      soundItem("formula", {}, { friendlyName: "=1+1", failoverHealth: "Critical" }),
    ],
  );
  return checkSeeded(resources, {
    waivers: [
      { rule: "ASR-L02", subject: "=1+1", reason: "retired soon", owner: "ops", expires: "2999-12-31" },
    ],
    drift: () => [
      {
        against: "landing-zone.yaml",
        form: "landing-zone",
        compared: 12,
        entries: [
          { kind: "missing", what: "machine", name: "cache" },
          {
            kind: "different",
            what: "machine",
            name: "db",
            property: "policy",
            planned: "hourly",
            actual: "daily",
          },
          {
            kind: "changed-by-service",
            what: "machine",
            name: "db",
            property: "targetSize",
            planned: "Standard_D2s_v5",
            actual: "Standard_D2s_v3",
            reason: "the service follows the size of the source VM",
          },
        ],
        undecided: [],
      },
    ],
  });
}
