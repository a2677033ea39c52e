import type { documents } from "./documents";

type Values = Readonly<Record<string, unknown>>;

interface FieldOfDocument {
  /** As the schema has it (`document-paths.ts`): `machines{}.disks[].sizeGiB`. */
  readonly path: string;
  /** The document that the value is set in. Default: `modernized`. */
  readonly of?: keyof typeof documents;
  /** What is set besides, with and without the value, by path; undefined: left out. */
  readonly given?: Values;
  /** Where it is set, if not at `one` of a map and the first place of a list. */
  readonly at?: string;
  readonly value: unknown;
}

/** A value of the document that reaches resources: what is registered otherwise than without it. */
export interface ReachingRow extends FieldOfDocument {
  /** Values by `<type> <name>: <property path>`; undefined where one goes away. */
  readonly reaches?: Values;
  /** `<type> <name>` of resources that there are only with the value. */
  readonly appearing?: readonly string[];
  /** `<type> <name>` of resources that there are only without it. */
  readonly disappearing?: readonly string[];
}

/** A value that is judged: the document is refused with it, and not refused there without it. */
export interface RefusedRow extends FieldOfDocument {
  readonly refusedAt: string;
}

/** A value that makes right what is refused without it. */
export interface PermittingRow extends FieldOfDocument {
  readonly permits: string;
}

/** A value that says something to the reader alone. The test sees to it that the row goes when that changes. */
export interface IdleRow extends FieldOfDocument {
  readonly idle: string;
}

export type FieldRow = ReachingRow | RefusedRow | PermittingRow | IdleRow;
