import type { PropertyMap } from "./property-value";

/** The service accepted a change and failed later: the resource exists in whatever state it was left. */
export class PartialFailure extends Error {
  constructor(
    message: string,
    readonly state: { readonly id: string; readonly outputs: PropertyMap },
    readonly inputs: PropertyMap,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "PartialFailure";
  }
}
