import { InvalidArgumentError, Option } from "commander";

/** An option that takes a path. A blank one comes from a variable that is not set, and would mean the folder one is in. */
export function pathOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value) => {
    if (value.trim() === "") throw new InvalidArgumentError("Give a path.");
    return value;
  });
}
