import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as pulumi from "@pulumi/pulumi";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import type { PolicyInstanceType } from "../enumerations";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { allProblems, instanceTypeOf, policyFindings, withDefaultPolicy } from "./checks";
import { policyInputs } from "./inputs";
import { withoutVersionAliases } from "../inputs/version-aliases";

/** One replication policy. What a kind of policy does not know must be left out. */
export interface ReplicationPolicyLevelArgs {
  /** Id of an existing policy to use; the other arguments are then left out. */
  policyId?: pulumi.Input<string>;
  /** Default: the key of the policy. */
  policyName?: pulumi.Input<string>;
  /** Default: the one of the scenario and experience. */
  instanceType?: PolicyInstanceType;
  /** How long recovery points are kept. Default: 1440 (one day); Hyper-V, in whole hours: 120. */
  recoveryPointRetentionInMinutes?: pulumi.Input<number>;
  /** How often an application-consistent recovery point is made; 0: never. Default: 0 (InMageRcm), 240 (A2A), else 60. */
  appConsistentFrequencyInMinutes?: pulumi.Input<number>;
  /** How often a crash-consistent recovery point is made. Default: 5. Not for Hyper-V. */
  crashConsistentFrequencyInMinutes?: pulumi.Input<number>;
  /** Hyper-V only: how often changes are copied. Default: 300. */
  replicationIntervalInSeconds?: pulumi.Input<number>;
  /** InMageAzureV2 only: an alert is raised when the newest recovery point is older. Default: 15. */
  rpoThresholdInMinutes?: pulumi.Input<number>;
  /** Machines of one multi-VM group share recovery points. Default: true. Not for Hyper-V or failback. */
  multiVmSync?: pulumi.Input<boolean>;
}

export interface ReplicationPoliciesArgs extends DocumentedLimitsArgs {
  /** Resource group of the vault. */
  resourceGroupName: pulumi.Input<string>;
  /** Name of the vault. */
  vaultName: pulumi.Input<string>;
  /** Policies by a stable key. Default: one policy `default` with the defaults of its kind. */
  policies?: { [key: string]: ReplicationPolicyLevelArgs };
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/** The replication policies of a vault. */
export class ReplicationPolicies extends pulumi.ComponentResource {
  /** Ids of the policies by their keys. */
  public readonly policyIds!: pulumi.Output<{ [key: string]: string }>;
  /** Names of the policies by their keys. */
  public readonly policyNames!: pulumi.Output<{ [key: string]: string }>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: ReplicationPoliciesArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits(args);
    const completed = withDefaultPolicy(args);
    const check = (seen: SeenInputs) => allProblems(limits, seen);
    const checked = checkedInputs(`ReplicationPolicies ${name}`, completed, check);
    throwProblems(`ReplicationPolicies ${name}`, checked.problems);

    super(
      "azure-siterecovery:index:ReplicationPolicies",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const warning of policyFindings(limits, { ...completed }).warnings) {
      void pulumi.log.warn(`${warning.propertyPath}: ${warning.reason}`, this);
    }

    const inputs = checked.inputs;
    const own = { parent: this };
    const policies = Object.entries(inputs.policies).map(([key, level]) => {
      const instanceType = instanceTypeOf(limits, level);
      const policy =
        level.policyId === undefined && instanceType !== undefined
          ? new recoveryservices.ReplicationPolicy(
              `${name}-${key}`,
              {
                resourceGroupName: inputs.resourceGroupName,
                resourceName: inputs.vaultName,
                policyName: level.policyName ?? key,
                properties: { providerSpecificInput: policyInputs(instanceType, level) },
              },
              own,
            )
          : recoveryservices.ReplicationPolicy.get(`${name}-${key}`, level.policyId ?? "", own);
      return { key, policy };
    });

    this.policyIds = pulumi.output(Object.fromEntries(policies.map(({ key, policy }) => [key, policy.id])));
    this.policyNames = pulumi.output(
      Object.fromEntries(policies.map(({ key, policy }) => [key, policy.name])),
    );
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({ policyIds: this.policyIds, policyNames: this.policyNames, scope: this.scope });
  }
}
