import type { SubjectKind, Subjects } from "../limits/facts/subjects";
import type { ProgramResource } from "./program";

/** A judged thing of the program: its facts, those of them that are not known yet, and where it is. */
export interface Seen<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly facts: Subjects[K];
  /** Names of facts that exist but arise only during the deployment. */
  readonly unknown: readonly string[];
  /** Names of facts whose value is of a type that it cannot have. */
  readonly unreadable: readonly string[];
  readonly resource: ProgramResource;
}
