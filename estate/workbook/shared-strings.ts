import { InputError, type InputPlace } from "../../landing-zone/input-error";
import { parseXml } from "./xml";

/** Characters of all shared strings together; they are the only part of a workbook held in memory. */
const mostCharacters = 128 * 1024 * 1024;

/**
 * The table of shared strings. Runs of formatted text are joined; phonetic hints are left out.
 *
 * @throws InputError when the table is damaged or too large to hold.
 */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  place: InputPlace,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inPhonetic = false;
  let characters = 0;
  await parseXml(
    chunks,
    {
      open(name) {
        if (name === "si") current = "";
        else if (name === "t") inText = true;
        else if (name === "rPh") inPhonetic = true;
      },
      text(text) {
        if (inText && !inPhonetic) current += text;
      },
      close(name) {
        if (name === "t") inText = false;
        else if (name === "rPh") inPhonetic = false;
        else if (name === "si") {
          strings.push(current);
          characters += current.length + 16;
          if (characters > mostCharacters) {
            throw new InputError(
              "The workbook's shared strings are larger than can be held in memory.",
              "Export the inventory in several files.",
              place,
            );
          }
        }
      },
    },
    place,
  );
  return strings;
}
