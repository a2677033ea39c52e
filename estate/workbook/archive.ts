import { open } from "node:fs/promises";
import { fromFdPromise, type Entry, type ZipFile } from "yauzl";
import { InputError } from "../../landing-zone/input-error";

const mebibyte = 1024 * 1024;

/** What a workbook may cost to read. Genuine exports stay far below; a bomb is refused before it unfolds. */
export const archiveBounds = {
  /** Size of one part once inflated. 20,000 machines with all columns need about half of it. */
  inflatedBytesPerPart: 512 * mebibyte,
  /** From this size on a part must not have grown by more than `growth`: text of real sheets shrinks 8 to 20 times. */
  growthCheckedFromBytes: 16 * mebibyte,
  growth: 150,
  /** Parts of the archive; a workbook has a few dozen. */
  parts: 10_000,
} as const;

/** The parts of a zip container, read with bounds. Nothing is ever written to disk. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * Streams a part's bytes.
   *
   * @throws InputError when the part is absent, damaged, or larger than the bounds.
   */
  read(name: string): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/** @throws InputError when the file is not a readable zip container. */
export async function openArchive(file: string): Promise<Archive> {
  const handle = await open(file, "r");
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await fromFdPromise(handle.fd, { lazyEntries: true, autoClose: false });
    for (;;) {
      const entry = await nextEntry(zip);
      if (entry === undefined) break;
      if (entries.size >= archiveBounds.parts) {
        throw new InputError(
          `The workbook has more than ${archiveBounds.parts} parts.`,
          "Save it anew from a spreadsheet program.",
          { file },
        );
      }
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    await handle.close();
    throw damaged(file, error);
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => readPart(zip, entries.get(name), name, file),
    close: () => handle.close(),
  };
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      zip.removeAllListeners("entry");
      zip.removeAllListeners("end");
      zip.removeAllListeners("error");
      settle();
    };
    zip.once("entry", (entry: Entry) => {
      done(() => {
        resolve(entry);
      });
    });
    zip.once("end", () => {
      done(() => {
        resolve(undefined);
      });
    });
    zip.once("error", (error: Error) => {
      done(() => {
        reject(error);
      });
    });
    zip.readEntry();
  });
}

async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  file: string,
): AsyncGenerator<Buffer> {
  if (entry === undefined) {
    throw new InputError(
      `The workbook lacks its part ${name}.`,
      "Export it again, or save it anew from a spreadsheet program.",
      { file },
    );
  }
  refuseBomb(entry.uncompressedSize, entry.compressedSize, name, file);
  try {
    // The library stops the stream when more bytes come out than the entry declares.
    const stream = await zip.openReadStreamPromise(entry);
    let inflated = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflated += chunk.length;
      refuseBomb(inflated, entry.compressedSize, name, file);
      yield chunk;
    }
  } catch (error) {
    throw damaged(file, error);
  }
}

function refuseBomb(inflated: number, compressed: number, name: string, file: string): void {
  const tooLarge = inflated > archiveBounds.inflatedBytesPerPart;
  const grownTooMuch =
    inflated > archiveBounds.growthCheckedFromBytes && inflated > compressed * archiveBounds.growth;
  if (!tooLarge && !grownTooMuch) return;
  const size = `${Math.ceil(inflated / mebibyte)} MiB`;
  throw new InputError(
    tooLarge
      ? `The part ${name} unpacks to more than ${archiveBounds.inflatedBytesPerPart / mebibyte} MiB (${size}); the workbook is not read.`
      : `The part ${name} unpacks to ${size}, more than ${archiveBounds.growth} times its packed size; such a workbook is a zip bomb or damaged and is not read.`,
    "Export the inventory again, in several files if it is that large.",
    { file },
  );
}

function damaged(file: string, error: unknown): Error {
  if (error instanceof InputError) return error;
  const reason = error instanceof Error ? error.message.replace(/[.\s]*$/, "") : String(error);
  return new InputError(
    `The workbook is truncated or damaged (${reason}).`,
    "Copy or export it again.",
    { file },
    { cause: error },
  );
}
