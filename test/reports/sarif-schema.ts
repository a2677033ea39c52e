import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect } from "vitest";

// The package is wanted for the schema it ships; its matchers are for another runner.
const file = createRequire(__filename).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const {
  $schema: _draft04,
  id,
  ...schema
} = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

// Of draft 04 the schema uses nothing that later drafts read otherwise, `id` aside.
const validate = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile({
  $id: String(id),
  ...schema,
});

/** Fails with the schema's own words when a log is not SARIF 2.1.0. */
export function expectValidSarif(log: unknown): void {
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
}
