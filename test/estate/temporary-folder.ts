import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Writes files of a test into a folder of its own, which goes when the tests of the file have run. */
export function temporaryFolder(): (name: string, content: Buffer | string) => string {
  const folder = mkdtempSync(join(tmpdir(), "asr-estate-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (name, content) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
}
