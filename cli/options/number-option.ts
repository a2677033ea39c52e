import { InvalidArgumentError, Option } from "commander";

/** An option that takes a whole number above zero. */
export function wholeNumberOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number === 0) {
      throw new InvalidArgumentError("Use a whole number above zero.");
    }
    return number;
  });
}

/** An option that takes a number between two others; the decimal point is a point, whatever the locale. */
export function numberOption(flags: string, description: string, least: number, most: number): Option {
  return new Option(flags, description).argParser((value) => {
    const number = Number(value);
    if (!/^\d+(\.\d+)?$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`Use a number from ${least} to ${most}, such as 12.5.`);
    }
    return number;
  });
}
