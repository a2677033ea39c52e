import type { Scenario } from "../../limits/scenarios";
import type { EstateDocument } from "../document";
import type { NoteCollector } from "../reading-note";
import type { TableSet } from "../table";

/** What a reader may be told besides its input. */
export interface ReaderOptions {
  /** Given by the user: a reader then infers none. */
  readonly scenario?: Scenario;
}

/** A format whose inventories are tables. It is told by what the tables hold, never by a file's name. */
export interface TableReader {
  /** Name of the format in messages. */
  readonly title: string;
  /** What a message says a file of this format has. */
  readonly expected: string;
  /** Name of the table of machines in the given set, told from names and headers; undefined for another format. */
  recognize(headers: ReadonlyMap<string, readonly string[]>): string | undefined;
  /** @throws InputError when the tables cannot be read as this format. */
  read(
    tables: TableSet,
    machineTable: string,
    notes: NoteCollector,
    options: ReaderOptions,
  ): Promise<EstateDocument>;
}
