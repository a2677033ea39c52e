import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../landing-zone/input-error";
import { InputPropertiesFailure } from "../../plugin-protocol/input-properties-failure";

/** A component's error as the engine shows it: inputs by name where they are to blame. */
export function describedFailure(label: string, error: unknown): Error {
  if (pulumi.InputPropertiesError.isInstance(error)) {
    // The problems follow one by one: the message need not list them.
    return new InputPropertiesFailure(`${label} cannot be created`, error.errors, { cause: error });
  }
  if (error instanceof InputError) {
    const { file, path } = error.place;
    // Lines and columns are those of a file: an input has none.
    const [propertyPath, reason] =
      file === undefined
        ? [["document", path].filter(Boolean).join("."), `${error.problem} ${error.remedy}`]
        : ["file", error.message];
    return new InputPropertiesFailure(`${label} cannot be created`, [{ propertyPath, reason }], {
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}
