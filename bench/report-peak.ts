import { writeFileSync } from "node:fs";

// Loaded into a measured process: leaves its peak resident memory (KiB) in a file when it ends.
const file = process.env["ASR_BENCH_PEAK_FILE"];
if (file !== undefined) {
  process.once("exit", () => {
    writeFileSync(file, String(process.resourceUsage().maxRSS));
  });
}
