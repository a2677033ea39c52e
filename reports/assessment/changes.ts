import type { ChangedMachine, Comparison } from "../../estate/assessment";
import { verdicts } from "../../limits/verdict";

/** Machines on which two editions differ in the same way. */
export interface ChangeGroup extends Pick<ChangedMachine, "verdicts" | "onlyFirst" | "onlySecond"> {
  readonly machines: readonly ChangedMachine[];
}

/** Changes of one kind together: changed verdicts first, those that get worse before the others, then by number. */
export function groupChanges({ changed }: Comparison): readonly ChangeGroup[] {
  const groups = Map.groupBy(changed, ({ verdicts: [before, after], onlyFirst, onlySecond }) =>
    [before, after, onlyFirst.join(), onlySecond.join()].join("\n"),
  );
  const worsening = ({ verdicts: [before, after] }: ChangeGroup): number =>
    verdicts.indexOf(after) - verdicts.indexOf(before);
  return [...groups.values()]
    .flatMap((machines): readonly ChangeGroup[] => {
      const [first] = machines;
      if (first === undefined) return [];
      const { verdicts, onlyFirst, onlySecond } = first;
      return [{ verdicts, onlyFirst, onlySecond, machines }];
    })
    .sort((a, b) => {
      const [one, other] = [worsening(a), worsening(b)];
      if ((one === 0) !== (other === 0)) return one === 0 ? 1 : -1;
      return Math.sign(other) - Math.sign(one) || b.machines.length - a.machines.length;
    });
}
