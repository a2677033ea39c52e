import { editions } from "../limits/editions";
import { stringOf, type PropertyMap } from "../plugin-protocol/property-value";
import type { ObjectDescription } from "./property-description";
import type { CheckContext } from "./resource-definition";

/** The input of resources that are held against documented limits. It is about the judging alone: no change of the resource. */
export const editionInput: ObjectDescription = {
  edition: {
    type: "string",
    values: editions,
    description:
      "Edition of the documented limits that the inputs are checked against. Default: the provider's. A change asks nothing of Azure.",
  },
};

/** The edition to judge by: the resource's own, else the provider's. */
export function editionOf(inputs: PropertyMap, context: Pick<CheckContext, "edition">): string {
  return stringOf(inputs["edition"]) ?? context.edition;
}

/** Whether a changed path is that input. */
export function isEditionInput(path: string): boolean {
  return path in editionInput;
}
