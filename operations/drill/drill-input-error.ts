/** Something about the drill that was asked for has to change before it can be held; one line that says what. */
export class DrillInputError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DrillInputError";
  }
}
