/**
 * Text from an inventory made fit for one line of a terminal or document: control characters could move the
 * cursor, and direction overrides could make a name read as another one.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
