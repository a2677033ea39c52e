import { createHash, randomUUID } from "node:crypto";

/** A GUID that is always the same for the same text, in the name-based form (version 5) the service uses for derived identifiers. */
export function stableGuid(text: string): string {
  const digest = createHash("sha1").update(text).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

/** A new random GUID. */
export function newGuid(): string {
  return randomUUID();
}

/** True for the 8-4-4-4-12 form. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
