import * as pulumi from "@pulumi/pulumi";
import { RecoveryPlan, type RecoveryPlanZonesArgs } from "../../provider/resources";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { withoutVersionAliases } from "../inputs/version-aliases";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { machineCap, planFindings, recoveryPlansProblems } from "./checks";
import { planGroups, type RecoveryPlanActionLevelArgs } from "./plan-groups";
import { splitPlan } from "./split-plan";

/** Machines that start together, with what happens before and after. */
export interface RecoveryPlanGroupLevelArgs {
  /** `Boot` (default), `Shutdown` or `Failover`; the latter two have actions only. */
  groupType?: "Boot" | "Shutdown" | "Failover";
  /** Keys of machines. */
  machines?: string[];
  /** Actions before the group, in this order. */
  startActions?: RecoveryPlanActionLevelArgs[];
  /** Actions after the group, in this order. */
  endActions?: RecoveryPlanActionLevelArgs[];
}

/** A recovery plan. */
export interface RecoveryPlanLevelArgs {
  /** Default: the plan's key. */
  planName?: string;
  /** Groups, in the order in which they start. */
  groups: RecoveryPlanGroupLevelArgs[];
}

export interface RecoveryPlansArgs extends DocumentedLimitsArgs {
  /** Id of the vault. */
  vaultId: pulumi.Input<string>;
  /** Id of the fabric that the machines run in. */
  primaryFabricId: pulumi.Input<string>;
  /** Id of the fabric that they fail over to. Default: Azure itself, for machines from outside. */
  recoveryFabricId?: pulumi.Input<string>;
  /** From zone to zone: both zones. */
  zones?: RecoveryPlanZonesArgs;
  /** Ids of the protected items by the machines' keys: `protectedItemIds` of the replication component. */
  protectedItemIds: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Multi-VM group of machines that are in one, by the machines' keys: a plan is never cut through it. */
  multiVmGroups?: { [key: string]: string };
  /** Plans by stable keys. */
  plans: { [key: string]: RecoveryPlanLevelArgs };
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * Recovery plans over replicated machines. A plan that is larger than the documents allow is cut into several, in the
 * order of its groups and never through a multi-VM group; the parts are named `<plan>`, `<plan>-2`, … and are run in
 * this order.
 */
export class RecoveryPlans extends pulumi.ComponentResource {
  /** Ids of the plans by their names in Azure. */
  public readonly planIds!: pulumi.Output<{ [name: string]: string }>;
  /** Names of the plans that each key became, in the order in which they are run. */
  public readonly planNames!: pulumi.Output<{ [key: string]: string[] }>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: RecoveryPlansArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits(args);
    const check = (seen: SeenInputs) => recoveryPlansProblems(limits, seen);
    const checked = checkedInputs(`RecoveryPlans ${name}`, args, check);
    throwProblems(`RecoveryPlans ${name}`, checked.problems);
    super(
      "azure-siterecovery:index:RecoveryPlans",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const warning of planFindings(limits, { ...args }).warnings) {
      void pulumi.log.warn(`${warning.propertyPath}: ${warning.reason}`, this);
    }

    const inputs = checked.inputs;
    const cap = machineCap(limits);
    const ids = pulumi.output(inputs.protectedItemIds);
    const planIds: Record<string, pulumi.Output<string>> = {};
    const planNames: Record<string, string[]> = {};
    for (const [key, plan] of Object.entries(inputs.plans)) {
      const parts = splitPlan(plan.groups, cap?.value, args.multiVmGroups ?? {});
      const names = parts.map((_part, index) => partName(plan.planName ?? key, index));
      if (parts.length > 1) {
        const order = names.join(", then ");
        void pulumi.log.info(
          `The recovery plan ${plan.planName ?? key} is cut into ${parts.length}: ${cap?.text ?? ""}. Run ${order}.`,
          this,
        );
      }
      planNames[key] = names;
      for (const [index, groups] of parts.entries()) {
        const planName = names[index] ?? key;
        planIds[planName] = new RecoveryPlan(
          `${name}-${partName(key, index)}`,
          {
            vaultId: inputs.vaultId,
            name: planName,
            primaryFabricId: inputs.primaryFabricId,
            ...(inputs.recoveryFabricId === undefined ? {} : { recoveryFabricId: inputs.recoveryFabricId }),
            ...(inputs.zones === undefined ? {} : { zones: inputs.zones }),
            groups: planGroups(groups, ids),
            ...(inputs.edition === undefined ? {} : { edition: inputs.edition }),
          },
          { parent: this },
        ).id;
      }
    }
    this.planIds = pulumi.output(planIds);
    this.planNames = pulumi.output(planNames);
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({ planIds: this.planIds, planNames: this.planNames, scope: this.scope });
  }
}

/** The first part keeps the name: a plan that grows beyond the cap renames nothing. */
function partName(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
