import type { Scenario } from "../../limits/scenarios";
import type { EstateDocument } from "../document";
import type { ChurnSample } from "../planning/churn-series";
import type { NoteCollector } from "../reading-note";
import type { TableSet } from "../table";

/** What a reader may be told besides its input. */
export interface ReaderOptions {
  /** Given by the user: a reader then infers none. */
  readonly scenario?: Scenario;
  /** Given measurements over time, where a reader finds some and somebody wants them. */
  readonly onChurnSeries?: (samples: Iterable<ChurnSample>) => void;
}

/** A format whose inventories are tables. It is told by what the tables hold, never by a file's name. */
export interface TableReader {
  /** Name of the format in messages. */
  readonly title: string;
  /** What a message says a file of this format has. */
  readonly expected: string;
  /**
   * `supplement`: the tables add facts to machines of other inventories. Machines that those do not have are
   * then left out.
   */
  readonly role?: "inventory" | "supplement";
  /**
   * For formats of several files: what a table of its own file is among them; undefined for a table of
   * another format.
   *
   * @param file its path: only a hint where the columns fit several tables
   */
  partOf?(header: readonly string[], file: string): PartPlace | undefined;
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

/** Where a file belongs in an inventory of several files. */
export interface PartPlace {
  /** Files of one inventory have the same. */
  readonly inventory: string;
  /** Name of the table in the set; undefined for a file that is known and holds nothing to judge. */
  readonly table: string | undefined;
}
