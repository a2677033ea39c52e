import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./measure";
import { ourPack, writeEmptyPack } from "./packs";
import { timePack, type PackTimes } from "./policy-process";
import { previewedStack } from "./previewed-stack";

const runs = 5;

/**
 * Prints what the process of a policy pack takes, ours and an empty one in turn: the boot to its first verdict, all
 * resources, the stack, and its processor time, which other work on the machine disturbs least.
 */
export async function benchPack(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-pack-"));
  try {
    const packs = { empty: writeEmptyPack(folder), ours: ourPack };
    console.log("policy pack in its own process, seconds (medians)");
    console.log("machines   pack    boot   resources   stack     CPU");
    for (const size of sizes) {
      const stack = previewedStack(size);
      const times: Record<keyof typeof packs, PackTimes[]> = { empty: [], ours: [] };
      for (let count = 0; count < runs; count++) {
        for (const pack of ["empty", "ours"] as const) times[pack].push(await timePack(packs[pack], stack));
      }
      const of = (pack: keyof typeof packs, figure: keyof PackTimes): number =>
        median(times[pack].map((time) => time[figure] ?? NaN));
      for (const pack of ["empty", "ours"] as const) {
        console.log(
          [
            String(size).padStart(8),
            pack.padEnd(5),
            of(pack, "boot").toFixed(2).padStart(5),
            of(pack, "resources").toFixed(2).padStart(9),
            of(pack, "stack").toFixed(2).padStart(5),
            of(pack, "cpu").toFixed(2).padStart(5),
          ].join("   "),
        );
      }
      console.log(
        `           boot to first verdict, ours / empty: ${(of("ours", "boot") / of("empty", "boot")).toFixed(2)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
