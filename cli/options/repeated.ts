/** Parser of an option that may be given several times: its values in their order. */
export function repeated(
  parse: (value: string) => string = (value) => value,
): (value: string, before?: readonly string[]) => readonly string[] {
  return (value, before = []) => [...before, parse(value)];
}
