import type * as pulumi from "@pulumi/pulumi";

/** How the resource of one machine goes about its work; the same for every way of replicating. */
export interface MachineOptionsArgs {
  /** Name of the protected item. Default: the machine's key. */
  itemName?: pulumi.Input<string>;
  /** Id of another replication policy than the component's. */
  policyId?: pulumi.Input<string>;
  /** `protected` (default): creation waits for it, which may take hours; `accepted`: only until Azure has accepted. */
  waitFor?: pulumi.Input<string>;
  /** `disable` (default): deletion ends replication gracefully; `purge`: the vault forgets the machine at once. */
  deletion?: pulumi.Input<string>;
  /** Deleting also disables a machine that has failed over. Default: false. */
  disableWhenFailedOver?: pulumi.Input<boolean>;
  /** A machine whose failover is committed replicates back after the next `pulumi up`. Default: false. */
  reprotectWhenCommitted?: pulumi.Input<boolean>;
  /** Options of the machine's resource, such as `protect` or `customTimeouts`. */
  resourceOptions?: pulumi.CustomResourceOptions;
}

const names = ["waitFor", "deletion", "disableWhenFailedOver", "reprotectWhenCommitted"] as const;

/** Everything of a machine's arguments that is about the machine itself. */
export type MachineSettings<Args extends MachineOptionsArgs> = Omit<Args, keyof MachineOptionsArgs>;

/** The machine's options, as its resource takes them, and the rest of its arguments. */
export function separated<Args extends MachineOptionsArgs>(
  args: Args,
): {
  readonly options: Partial<Pick<MachineOptionsArgs, (typeof names)[number]>>;
  readonly settings: MachineSettings<Args>;
} {
  const { itemName: _name, policyId: _policy, resourceOptions: _options, ...rest } = args;
  const isOption = ([name]: readonly [string, unknown]) => (names as readonly string[]).includes(name);
  const entries = Object.entries(rest);
  return {
    options: Object.fromEntries(entries.filter(isOption)),
    settings: Object.fromEntries(entries.filter((entry) => !isOption(entry))) as MachineSettings<Args>,
  };
}
