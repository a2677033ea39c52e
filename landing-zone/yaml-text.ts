/**
 * A value as YAML in block style. The general-purpose writer spends most of the time of a large plan on
 * comments, anchors and styles that a written landing zone has none of; this one knows plain JSON values only.
 */
export function yamlText(value: unknown, indent = ""): string {
  const lines: string[] = [];
  if (Array.isArray(value) && value.length > 0) addItems(lines, value, indent);
  else if (isMap(value) && Object.keys(value).length > 0) addEntries(lines, value, indent, indent);
  else lines.push(indent + scalar(value));
  return `${lines.join("\n")}\n`;
}

/** @param first what the first line starts with: the dash of a list item, or the indentation. */
function addEntries(lines: string[], map: object, first: string, indent: string): void {
  let start = first;
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue;
    addAfter(lines, `${start}${scalar(key)}:`, value, `${indent}  `);
    start = indent;
  }
}

function addItems(lines: string[], items: readonly unknown[], indent: string): void {
  for (const item of items) {
    if (isMap(item) && Object.keys(item).length > 0) addEntries(lines, item, `${indent}- `, `${indent}  `);
    else addAfter(lines, `${indent}-`, item, `${indent}  `);
  }
}

function addAfter(lines: string[], before: string, value: unknown, indent: string): void {
  if (Array.isArray(value) && value.length > 0) {
    lines.push(before);
    addItems(lines, value, indent);
  } else if (isMap(value) && Object.keys(value).length > 0) {
    lines.push(before);
    addEntries(lines, value, indent, indent);
  } else {
    lines.push(`${before} ${scalar(value)}`);
  }
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function scalar(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return isPlain(value) ? value : quoted(value);
}

/** Texts without any character that means something in YAML, of names, words, addresses and ids. */
const plain = /^(?:[A-Za-z_/](?:[\w ./-]*[\w./-])?|\d+\.\d+\.\d+\.\d+(?:\/\d+)?)$/;

/** What YAML 1.1 and 1.2 read as something else than text. */
const words = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function isPlain(text: string): boolean {
  return plain.test(text) && !words.test(text);
}

/** JSON leaves some control characters and line separators as they are, which YAML does not allow. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
