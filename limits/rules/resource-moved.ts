import { moveBetween, placementOf } from "../checks/placement";
import type { Deployment } from "../facts/azure";
import { knownObject, knownObjects, knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, notApplicable, violation, type LimitsInScope, type Outcome } from "./rule";
import type { Limit } from "../matrix/schema";

interface Named {
  readonly name?: unknown;
  readonly id?: unknown;
  readonly resourceGroup?: unknown;
  readonly subscriptionId?: unknown;
}

type Kind = "vault" | "storage account" | "network" | "virtual machine";

export const rule = defineRule({
  name: "resource-moved",
  ref: "ASR-0038",
  title: "Vault, storage, network and machines stay in their resource group and subscription",
  rationale:
    "Moving what takes part in replication is not supported and breaks it; in a program a changed resource group replaces the resource, and the replica with it.",
  remedy: "Leave the resource where it is, or disable replication, move it and enable replication again.",
  limits: [
    "resources.move.vault",
    "resources.move.vault.subscription",
    "resources.move.storage",
    "resources.move.network",
    "resources.move.azure-vms",
    "resources.move.dependencies",
  ],
  moments: ["component", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    // A single state shows no move.
    if (typeof deployment.previous !== "object") return notApplicable;
    const before = resourcesOf(knownObject(deployment.previous));
    const after = resourcesOf(deployment);
    const outcomes: Outcome[] = [];
    for (const [key, { kind, resource }] of after) {
      const old = before.get(key);
      if (old === undefined) continue;
      const move = moveBetween(placementOf(old.resource), placementOf(resource));
      const limit = move === undefined ? undefined : limitFor(limits, kind, move);
      if (move === undefined || limit === undefined) continue;
      const name = nameOf(resource) ?? "";
      outcomes.push(
        violation(limit, {
          subject: `${kind} ${name}`.trim(),
          observed: `moved to another ${move}`,
          message: `The ${kind} is moved to another ${move}, which is not supported under replication.`,
          path: kind === "vault" ? "vault" : "previous",
        }),
      );
    }
    return outcomes;
  },
});

function resourcesOf(deployment: Partial<Deployment>) {
  const resources = new Map<string, { kind: Kind; resource: Named }>();
  const add = (kind: Kind, resource: Named): void => {
    const name = nameOf(resource);
    if (name !== undefined) resources.set(`${kind} ${name}`, { kind, resource });
  };
  add("vault", knownObject(deployment.vault));
  for (const account of knownObjects(deployment.storageAccounts) ?? []) add("storage account", account);
  for (const network of knownObjects(deployment.networks) ?? []) add("network", network);
  for (const item of knownObjects(deployment.protectedItems) ?? []) {
    if (knownString(item.sourceVmId) !== undefined) {
      add("virtual machine", { id: item.sourceVmId });
    }
  }
  return resources;
}

function nameOf(resource: Named): string | undefined {
  return knownString(resource.name)?.toLowerCase() ?? parseResourceId(knownString(resource.id) ?? "").name;
}

function limitFor(limits: LimitsInScope, kind: Kind, move: string): Limit | undefined {
  const dependencies = limits.find("resources.move.dependencies");
  switch (kind) {
    case "vault":
      return move === "subscription"
        ? (limits.find("resources.move.vault.subscription") ?? limits.find("resources.move.vault"))
        : limits.find("resources.move.vault");
    case "storage account":
      return limits.find("resources.move.storage") ?? dependencies;
    case "network":
      return limits.find("resources.move.network") ?? dependencies;
    case "virtual machine":
      return limits.find("resources.move.azure-vms") ?? dependencies;
  }
}
