import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../landing-zone/input-error";

/**
 * Runs the program; what the user can mend is shown without a stack trace.
 *
 * @throws pulumi.RunError for a document or argument that cannot be used.
 */
export function asRunError<T>(program: () => T): T {
  try {
    return program();
  } catch (error) {
    if (error instanceof InputError || pulumi.InputPropertiesError.isInstance(error)) {
      throw new pulumi.RunError(error.message);
    }
    throw error;
  }
}
