import { TextDecoder } from "node:util";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { InputError, type InputPlace } from "../../landing-zone/input-error";

/** What a part's reader is told. Names come without namespace prefix: writers differ in using one. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked after every chunk: true ends the reading early. */
  done?(): boolean;
}

/** Deeper nesting than any spreadsheet part has. */
const deepestNesting = 64;

/** Longest text of one element. A cell holds at most 32,767 characters. */
const longestText = 1_048_576;

/**
 * Feeds an XML part to a handler while it is read. Document types are refused, so no entity can be declared.
 *
 * @throws InputError when the part is not well-formed XML.
 */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  place: InputPlace,
): Promise<void> {
  const refuse = (problem: string): never => {
    throw new InputError(
      problem,
      "Export the workbook again, or save it anew from a spreadsheet program.",
      place,
    );
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let textLength = 0;
  parser.on("doctype", () => refuse("The workbook declares XML entities (DOCTYPE), which are not read."));
  parser.on("error", (error) =>
    refuse(`The workbook's XML is damaged (${error.message.replace(/[.\s]*$/, "")}).`),
  );
  parser.on("opentag", (tag: SaxesTagPlain) => {
    depth += 1;
    textLength = 0;
    if (depth > deepestNesting)
      refuse("The workbook's XML is nested more deeply than a spreadsheet's can be.");
    handler.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("closetag", (tag) => {
    depth -= 1;
    textLength = 0;
    handler.close?.(localName(tag.name));
  });

  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      return refuse("The workbook's XML is not valid UTF-8 or UTF-16 text.");
    }
    // Tags reset the count; a chunk without one belongs to a single text.
    textLength = text.includes("<") ? 0 : textLength + text.length;
    if (textLength > longestText) refuse("A cell's text is longer than a spreadsheet can hold.");
    parser.write(text);
    if (handler.done?.() === true) return;
  }
  if (decoder === undefined) refuse("A part of the workbook is empty.");
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
}
