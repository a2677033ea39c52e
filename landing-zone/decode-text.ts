import { InputError } from "./input-error";

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/**
 * Text of a file: UTF-8 with or without byte-order mark, UTF-16 with one. The mark is not part of the result.
 *
 * @throws InputError when the bytes are not such text.
 */
export function decodeText(bytes: Uint8Array, file?: string): string {
  const mark = byteOrderMarks.find((candidate) =>
    candidate.bytes.every((byte, index) => bytes[index] === byte),
  );
  let text: string;
  try {
    text = new TextDecoder(mark?.encoding ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(
      `The file is not readable as ${mark === undefined ? "UTF-8" : mark.encoding.toUpperCase()} text.`,
      "Save it as UTF-8 and read it again.",
      { file },
    );
  }
  if (text.includes("\0")) {
    throw new InputError(
      "The file is binary, or UTF-16 text without a byte-order mark.",
      "Save it as UTF-8 and read it again.",
      { file },
    );
  }
  return text;
}
