import type { InputRow } from "../row";

/** Rows of the arguments that say by which documents a component is judged. */
export function judgedBy(
  scenario: string,
  more: Readonly<Record<string, Partial<InputRow>>> = {},
): readonly InputRow[] {
  const given = { scenario };
  return [
    { path: "edition", value: "2019-05", given, reaches: "output: scope.edition" },
    {
      path: "scenario",
      value: scenario,
      reaches: {
        "output: scope.edition": "current",
        "output: scope.scenario": scenario,
        "output: scope.intent": "disaster-recovery",
      },
    },
    { path: "experience", value: "modernized", given, reaches: "output: scope.experience" },
    { path: "intent", value: "migration", given, reaches: "output: scope.intent" },
  ].map((row) => ({ ...row, ...more[row.path] }));
}
