import { create } from "xmlbuilder2";
import type { DrillEvidence } from "../../operations/drill/evidence";
import { printable } from "../printable-text";
import { durationText } from "./duration-text";
import { cleanupText, outcomeWords } from "./words";

/** JUnit: a test case a machine, one for the plan and one for the clean-up. */
export function drillJunit(evidence: DrillEvidence): string {
  const { plan, outcome, reasons, machines, cleanup, rto } = evidence;
  const isFine = outcome === "passed" || outcome === "ready";
  const cases: readonly Case[] = [
    ...machines.map(({ name, rto: own, probes, errors }): Case => {
      const failed = probes.filter(({ passed }) => !passed);
      const problems = [
        ...errors,
        ...failed.map(({ kind, target, answer }) => `${kind} ${target}: ${answer}`),
        ...(own.met === false && own.seconds !== null
          ? [`RTO ${durationText(own.seconds)}, target ${durationText(own.targetSeconds)}`]
          : []),
      ];
      const isUp = own.seconds !== null && own.met !== false;
      return {
        name,
        seconds: own.seconds,
        problems: isUp ? [] : problems.length > 0 ? problems : ["not seen running"],
      };
    }),
    {
      name: "recovery plan",
      seconds: rto.seconds,
      problems: isFine ? [] : [outcomeWords[outcome], ...reasons],
    },
    {
      name: "clean-up",
      seconds: null,
      problems: cleanup.status === "incomplete" ? [cleanupText(cleanup)] : [],
    },
  ];
  const failures = cases.filter(({ problems }) => problems.length > 0).length;
  const counts = { tests: cases.length, failures, errors: 0 };
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\uFFFD" });
  const suite = document
    .ele("testsuites", { name: printable(`Drill of ${plan.name}`), ...counts })
    .ele("testsuite", { name: printable(plan.name), timestamp: evidence.startedAt, ...counts, skipped: 0 });
  for (const { name, seconds, problems } of cases) {
    const node = suite.ele("testcase", {
      name: printable(name),
      classname: printable(plan.name),
      ...(seconds === null ? {} : { time: seconds }),
    });
    if (problems.length > 0) {
      const text = printable(problems.join("\n"));
      node.ele("failure", { type: "drill", message: printable(problems[0] ?? "") }).txt(text);
    }
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

interface Case {
  readonly name: string;
  readonly seconds: number | null;
  readonly problems: readonly string[];
}
