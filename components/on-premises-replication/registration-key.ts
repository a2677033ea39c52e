import type * as pulumi from "@pulumi/pulumi";
import { VaultRegistrationKey } from "../../provider/resources";
import type { InputProblem } from "../inputs/input-problems";
import type { OnPremisesReplicationArgs } from "./on-premises-args";
import { hasRegistrationKey, type Registrant } from "./registration";

/** The key that servers and hosts register with. */
export interface RegistrationKeyArgs {
  /**
   * Whether a key is issued. Default: true until something has registered, but for the replication appliance, whose key
   * the portal alone makes.
   */
  issue?: boolean;
  /** Hours that it can be registered with. Default: 120, as in the portal. */
  validityInHours?: pulumi.Input<number>;
  /** Any text; another one issues a new key, such as after the old one has expired. */
  rotation?: pulumi.Input<string>;
}

/** The key for what registers next; undefined where none is wanted or can be had. */
export function registrationKey(
  name: string,
  args: OnPremisesReplicationArgs<unknown>,
  registrant: Registrant,
  registered: boolean,
  siteId: pulumi.Input<string> | undefined,
  own: pulumi.CustomResourceOptions,
): VaultRegistrationKey | undefined {
  const { issue = !registered, validityInHours, rotation } = args.registrationKey ?? {};
  if (!issue || !hasRegistrationKey(registrant)) return undefined;
  return new VaultRegistrationKey(
    `${name}-registration-key`,
    {
      vaultId: args.vaultId,
      // Hosts register with their site, servers with the vault.
      ...(registrant === "hyper-v-host" && siteId !== undefined ? { fabricId: siteId } : {}),
      ...(validityInHours === undefined ? {} : { validityInHours }),
      ...(rotation === undefined ? {} : { rotation }),
    },
    own,
  );
}

/** A key that is asked for and cannot be had. */
export function registrationKeyProblems(
  args: Pick<OnPremisesReplicationArgs<unknown>, "registrationKey">,
  registrant: Registrant,
): readonly InputProblem[] {
  const given = args.registrationKey;
  if (given === undefined || given.issue === false || hasRegistrationKey(registrant)) return [];
  return [
    {
      propertyPath: "registrationKey",
      reason:
        "The replication appliance registers with an appliance key that the portal alone makes: leave it out and follow registrationInstructions.",
    },
  ];
}
