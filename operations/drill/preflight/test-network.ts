import { DrillInputError } from "../drill-input-error";
import type { ProtectedMachine } from "../protected-machine";

export interface ChosenNetwork {
  readonly id: string;
  readonly chosenBy: "option" | "items";
}

const pattern =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/]+$/i;

/**
 * The network of the drill: the one asked for, else the only one that the items name for tests.
 *
 * @throws DrillInputError when none or several are named, or it is no id of a virtual network.
 */
export function chooseNetwork(
  asked: string | undefined,
  machines: readonly ProtectedMachine[],
): ChosenNetwork {
  if (asked !== undefined) {
    if (pattern.test(asked)) return { id: asked, chosenBy: "option" };
    throw new DrillInputError(
      `"${asked}" is no id of a virtual network: --network takes /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/….`,
    );
  }
  const byKey = new Map(
    machines.flatMap(({ testNetworkIds }) => testNetworkIds.map((id) => [id.toLowerCase(), id])),
  );
  const [first, ...others] = byKey.values();
  const without = machines
    .filter(({ testNetworkIds }) => testNetworkIds.length === 0)
    .map(({ name }) => name);
  if (first !== undefined && others.length === 0 && without.length === 0)
    return { id: first, chosenBy: "items" };
  const why =
    first === undefined
      ? "None of the machines names a network for tests"
      : others.length > 0
        ? `The machines name ${byKey.size} networks for tests (${[...byKey.values()].join(", ")})`
        : `Of the machines, ${without.join(", ")} name no network for tests`;
  throw new DrillInputError(`${why}: name an isolated virtual network with --network.`);
}
