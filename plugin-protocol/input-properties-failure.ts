/** One input that cannot be used. */
export interface InputFailure {
  readonly propertyPath: string;
  readonly reason: string;
}

/** Inputs of a component that cannot be used: the engine prints them property by property, in every language. */
export class InputPropertiesFailure extends Error {
  override readonly name = "InputPropertiesFailure";

  constructor(
    message: string,
    readonly failures: readonly InputFailure[],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
