import * as pulumi from "@pulumi/pulumi";
import type { ReplicatedMachine, ReplicationFabric, VaultRegistrationKey } from "../../provider/resources";
import { checkedInputs, throwProblems, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { inheritedDependencies } from "../inputs/inherited-dependencies";
import { withoutVersionAliases } from "../inputs/version-aliases";
import { documentedLimits, type DocumentedLimits } from "../limits/documented-limits";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import type { MachineOptionsArgs } from "../replication/machine-options";
import { lateMachines, onPremisesProblems } from "./checks";
import { replicateOnPremisesMachine, type ReplicationWay } from "./machines";
import type { OnPremisesReplicationArgs } from "./on-premises-args";
import { plumbing } from "./plumbing";
import { registrantOf, registrationInstructions } from "./registration";
import { registrationKey, registrationKeyProblems } from "./registration-key";

/** What sets one component apart from the others. */
export interface OnPremisesKind<Args> {
  /** Class of the component. */
  readonly component: string;
  readonly scenario: Parameters<typeof registrantOf>[0];
  /** How machines replicate, by the experience that is judged; undefined: not through this API. */
  way(experience: string | undefined): ReplicationWay | undefined;
  /** The fabric, where it is known already. */
  fabric(
    name: string,
    args: Args,
    own: pulumi.CustomResourceOptions,
    way: ReplicationWay | undefined,
  ): ReplicationFabric | undefined;
  /** Whether what registers has registered. */
  isRegistered(args: Args): boolean;
  /** Problems of arguments that only this component has. */
  problems?(seen: SeenInputs, limits: DocumentedLimits): readonly InputProblem[];
  /** Where the container is mapped to; Azure unless it says otherwise. */
  targetContainerId?(args: Args): pulumi.Input<string> | undefined;
  /** Resources besides, that machines wait for. */
  besides?(name: string, args: Args, own: pulumi.CustomResourceOptions): readonly pulumi.Resource[];
}

/**
 * Replication of machines from outside Azure, in two phases: before an appliance or a server has registered there
 * are only instructions; afterwards the container is mapped and the machines are protected.
 */
export abstract class OnPremisesReplication<
  Machine extends MachineOptionsArgs,
  Args extends OnPremisesReplicationArgs<Machine>,
>
  extends pulumi.ComponentResource
{
  /** Id of the fabric, once there is one. */
  public readonly fabricId!: pulumi.Output<string | undefined>;
  /** Id of the protection container, once something has registered. */
  public readonly containerId!: pulumi.Output<string | undefined>;
  /** Ids of the protected items by the machines' keys: what recovery plans take. */
  public readonly protectedItemIds!: pulumi.Output<{ [key: string]: string }>;
  /** What to do on premises before machines can be protected; empty afterwards. */
  public readonly registrationInstructions!: pulumi.Output<readonly string[]>;
  /**
   * Content of the `.VaultCredentials` file that hosts, VMM servers and configuration servers are registered with, as
   * long as one is issued; of the replication appliance there is none.
   *
   * @secret
   */
  public readonly registrationKey!: pulumi.Output<string | undefined>;
  /** When the registration key expires, ISO 8601. */
  public readonly registrationKeyExpiresAt!: pulumi.Output<string | undefined>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;
  /** The resource behind the registration key, where one is issued. */
  public readonly issuedKey!: VaultRegistrationKey | undefined;
  /** The machines' resources by their keys. */
  public readonly machines!: Readonly<Record<string, ReplicatedMachine>>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  protected constructor(
    kind: OnPremisesKind<Args>,
    name: string,
    args: Args,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const limits = documentedLimits({ ...args, scenario: kind.scenario }, "edition");
    const experience = limits.judge?.scope.experience;
    const way = kind.way(experience);
    const registrant = registrantOf(kind.scenario, experience);
    const check = (seen: SeenInputs) => [
      ...onPremisesProblems(limits, seen, way),
      ...(kind.problems?.(seen, limits) ?? []),
      ...lateMachines(seen, kind.isRegistered(args)),
      ...registrationKeyProblems(seen, registrant),
    ];
    const checked = checkedInputs(`${kind.component} ${name}`, args, check);
    throwProblems(`${kind.component} ${name}`, checked.problems);
    super(
      `azure-siterecovery:index:${kind.component}`,
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );

    const inputs = checked.inputs;
    const own = { parent: this };
    const fabric = kind.fabric(name, inputs, own, way);
    const registered = fabric !== undefined && kind.isRegistered(args);
    const plumbed = registered
      ? plumbing(name, inputs, fabric, kind.targetContainerId?.(inputs), {
          ...own,
          ...inheritedDependencies(opts),
        })
      : undefined;
    const besides = registered ? (kind.besides?.(name, inputs, own) ?? []) : [];
    const machines = inputs.plumbingOnly === true || way === undefined ? {} : (inputs.machines ?? {});
    this.machines =
      plumbed === undefined || way === undefined
        ? {}
        : Object.fromEntries(
            Object.entries(machines).map(([key, machine]) => [
              key,
              replicateOnPremisesMachine(`${name}-${key}`, key, way, machine, inputs, plumbed.containerId, {
                ...own,
                dependsOn: [plumbed.mapping, ...besides],
              }),
            ]),
          );

    const key = registrationKey(name, inputs, registrant, registered, fabric?.id, own);
    this.issuedKey = key;
    this.registrationKey = key === undefined ? pulumi.output(undefined) : pulumi.secret(key.file);
    this.registrationKeyExpiresAt = key?.expiresAt ?? pulumi.output(undefined);
    const instructions = registered ? [] : registrationInstructions(registrant, key !== undefined);
    for (const step of instructions) void pulumi.log.info(step, this);
    this.fabricId = fabric?.id ?? pulumi.output(undefined);
    this.containerId = plumbed?.containerId ?? pulumi.output(undefined);
    this.protectedItemIds = pulumi.output(
      Object.fromEntries(
        Object.entries(this.machines).map(([key, machine]) => [key, machine.protectedItemId]),
      ),
    );
    this.registrationInstructions = pulumi.output<readonly string[]>(instructions);
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({
      fabricId: this.fabricId,
      containerId: this.containerId,
      protectedItemIds: this.protectedItemIds,
      registrationInstructions: this.registrationInstructions,
      registrationKey: this.registrationKey,
      registrationKeyExpiresAt: this.registrationKeyExpiresAt,
      scope: this.scope,
    });
  }
}
