import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { InputError } from "../../landing-zone/input-error";

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

export type TextEncodingName = (typeof byteOrderMarks)[number]["encoding"];

/** Start of a text file, enough to tell what it holds. */
export interface TextHead {
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** The text is the whole file. */
  readonly whole: boolean;
}

/** Bytes looked at before a text is read in full. */
const headBytes = 256 * 1024;

/**
 * Reads the start of a text: UTF-8 with or without byte-order mark, UTF-16 with one.
 *
 * @throws InputError when the bytes are not such text.
 */
export async function readTextHead(file: string): Promise<TextHead> {
  const handle = await open(file, "r");
  try {
    const bytes = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    const start = bytes.subarray(0, bytesRead);
    const encoding = encodingOf(start);
    const whole = bytesRead < headBytes;
    const text = new TextPieces(encoding, file).next(start, !whole);
    return { text, encoding, whole };
  } finally {
    await handle.close();
  }
}

/** Streams a text file piece by piece. @throws InputError when the bytes are not text of that encoding. */
export async function* streamText(file: string, encoding: TextEncodingName): AsyncGenerator<string> {
  const pieces = new TextPieces(encoding, file);
  for await (const chunk of createReadStream(file, { highWaterMark: headBytes })) {
    yield pieces.next(chunk as Buffer, true);
  }
  yield pieces.next(Buffer.alloc(0), false);
}

function encodingOf(start: Buffer): TextEncodingName {
  const mark = byteOrderMarks.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  return mark?.encoding ?? "utf-8";
}

/** Decodes a text in pieces; the byte-order mark is no part of it. */
class TextPieces {
  readonly #decoder: TextDecoder;

  constructor(
    private readonly encoding: TextEncodingName,
    private readonly file: string,
  ) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  next(bytes: Uint8Array, more: boolean): string {
    let text: string;
    try {
      text = this.#decoder.decode(bytes, { stream: more });
    } catch {
      throw this.refused(`The file is not readable as ${this.encoding.toUpperCase()} text.`);
    }
    if (text.includes("\0")) {
      throw this.refused("The file is binary, or UTF-16 text without a byte-order mark.");
    }
    return text;
  }

  private refused(problem: string): InputError {
    return new InputError(problem, "Save it as UTF-8 and read it again.", { file: this.file });
  }
}
