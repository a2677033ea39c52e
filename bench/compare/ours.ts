import { readFileSync } from "node:fs";
import type { Machine } from "../../limits/facts/machine";
import { comparedJudge } from "./machines";

/** `node ours.js FILE`: judges the machines of a file by the compared rules and prints how much it found. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Name a file of machines.");
const { machines } = JSON.parse(readFileSync(file, "utf8")) as { readonly machines: readonly Machine[] };
const judge = comparedJudge();
const started = performance.now();
const findings = machines.flatMap((machine) => judge.judge("machine", machine).findings);
console.log(JSON.stringify({ findings: findings.length, milliseconds: performance.now() - started }));
