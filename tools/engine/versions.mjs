/** The engine that is fetched or built where none is installed. The same number stands in go/go.mod. */
export const engineVersion = "3.250.0";

/** The oldest installed Pulumi that will do: the first with `policy analyze`. */
export const oldestInstalled = "3.250.0";

/** Whether version `a` ("3.250.0", "v3.262.0-beta.1") is at least `b`. */
export function isAtLeast(a, b) {
  const numbers = (version) => version.replace(/^v/, "").split("-")[0].split(".").map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (const [index, number] of right.entries()) {
    if ((left[index] ?? 0) !== number) return (left[index] ?? 0) > number;
  }
  return true;
}
