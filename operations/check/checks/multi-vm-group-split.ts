import type { CheckedVault, LivePlan } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { recoveryPlans } from "../sources";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";

export const check = defineCheck({
  name: "multi-vm-group-split",
  ref: "ASR-L13",
  title: "All machines of a multi-VM group are in the same recovery plans",
  rationale: "A replication group fails over as a whole only; a plan that holds a part of it cannot run.",
  remedy: "Put all machines of the group into one plan, and no other.",
  source: recoveryPlans("Model apps"),
  needs: ["protectedItems", "recoveryPlans"],
  *examine(vault) {
    for (const [group, members] of groupsOf(vault)) {
      const plansOfMember = members.map((machine) => plansWith(machine, vault.plans));
      const sets = new Set(plansOfMember.map((names) => names.join("\n")));
      if (sets.size < 2) continue;
      const names = [...new Set(plansOfMember.flat())];
      const outside = plansOfMember.filter((list) => list.length === 0).length;
      yield observed({
        severity: "error",
        subject: { kind: "multi-vm-group", name: group },
        observed: `${names.join(", ")}${outside > 0 ? `; ${outside} in no plan` : ""}`,
        expected: "one plan",
        message: `The ${members.length} machines of the group are spread over ${names.length} plan${names.length === 1 ? "" : "s"}${outside > 0 ? `, ${outside} of them in none` : ""}.`,
      });
    }
  },
});

/** Groups with more than one member: A2A gives each machine without a group one of its own. */
function groupsOf({ machines }: CheckedVault): readonly (readonly [string, readonly ReplicatedMachine[]])[] {
  const groups = Map.groupBy(
    machines.filter(({ multiVmGroup }) => typeof multiVmGroup === "string"),
    ({ multiVmGroup }) => multiVmGroup ?? "",
  );
  return [...groups].filter(([, members]) => members.length > 1);
}

function plansWith(machine: ReplicatedMachine, plans: readonly LivePlan[]): readonly string[] {
  const id = machine.id.toLowerCase();
  return plans.filter(({ itemIds }) => itemIds.includes(id)).map(({ name }) => name);
}
