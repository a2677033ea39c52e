import { AzureError, azureErrorOf } from "../azure/azure-error";
import { PartialFailure } from "../plugin-protocol/partial-failure";
import type { PropertyMap } from "../plugin-protocol/property-value";
import type { ResourceState } from "./resource-definition";

/** How something is created that may be there already. */
export interface Creation<Found> {
  readonly id: string;
  readonly inputs: PropertyMap;
  /** What is there. */
  find(): Promise<Found | undefined>;
  /** How what was found differs from what is wanted, as the end of "… exists already, but "; undefined: not at all. */
  difference(found: Found): string | undefined;
  /** Creates, and waits until the service is done. */
  put(): Promise<unknown>;
  state(found: Found): ResourceState;
}

/**
 * Creates something, or takes over what an interrupted deployment left: the same thing with the same properties. Any
 * other thing of that name is refused, because PUT would take it over in silence.
 *
 * @throws PartialFailure when the service accepted, failed later, and something exists now.
 */
export async function createOrAdopt<Found>(creation: Creation<Found>): Promise<ResourceState> {
  const { id } = creation;
  const existing = await creation.find();
  if (existing !== undefined) {
    const difference = creation.difference(existing);
    if (difference === undefined) return creation.state(existing);
    throw new AzureError(
      "AlreadyExists",
      `${id} exists already, but ${difference}: import it (pulumi import), remove it, or choose another name.`,
    );
  }
  try {
    await creation.put();
  } catch (error) {
    const left = await creation.find().catch(() => undefined);
    if (left === undefined || creation.difference(left) !== undefined) throw error;
    const { message } = azureErrorOf(error);
    throw new PartialFailure(message, creation.state(left), creation.inputs, { cause: error });
  }
  const made = await creation.find();
  if (made !== undefined) return creation.state(made);
  throw new AzureError("NotThere", `Azure accepted ${id} and reported success, but does not show it.`);
}
