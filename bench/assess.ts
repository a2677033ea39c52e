import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { syntheticEstate } from "./estate";
import { measureNode, median, type Measurement } from "./measure";

const runs = 3;

/** Prints time and memory of `asr assess` for each size, and each size's ratio to the one before. */
export async function benchAssess(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-estate-"));
  try {
    console.log("asr assess, estate document, 5 disks a machine");
    console.log("machines   seconds   peak MiB   ratio to the size before");
    let before: number | undefined;
    for (const size of sizes) {
      const file = join(folder, `estate-${size}.json`);
      writeFileSync(file, JSON.stringify(syntheticEstate(size)));
      const measured: Measurement[] = [];
      for (let count = 0; count < runs; count++) {
        const output = join(folder, "assessment.json");
        const result = await measureNode([
          join(__dirname, "..", "cli", "main.js"),
          "assess",
          file,
          "--format",
          "json",
          "--output",
          output,
        ]);
        // 1 means that a machine is not ready: the synthetic estate has such machines on purpose.
        if (result.exitCode !== 0 && result.exitCode !== 1)
          throw new Error(`asr assess ended with ${result.exitCode}`);
        measured.push(result);
      }
      const seconds = median(measured.map((result) => result.seconds));
      const peak = median(measured.map((result) => result.peakMiB));
      const ratio = before === undefined ? "" : (seconds / before).toFixed(1);
      console.log(
        `${String(size).padStart(8)}   ${seconds.toFixed(2).padStart(7)}   ${peak.toFixed(0).padStart(8)}   ${ratio}`,
      );
      before = seconds;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
