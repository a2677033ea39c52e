import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { benchAssess } from "./assess";
import { benchCheck } from "./check";
import { compare } from "./compare/compare";
import { benchComponents } from "./components";
import { benchPack } from "./pack";
import { benchPreview } from "./preview";
import { benchRead } from "./read";

/**
 * `npm run bench -- assess|pack|preview|components [machines…]`, `npm run bench -- check|compare|read [machines]`; without arguments
 * the first three. Nothing here fails for being slow: the figures are for people, and ratios count more than seconds.
 */
async function main(): Promise<void> {
  const [which, ...rest] = process.argv.slice(2);
  const sizes = rest.length === 0 ? [100, 1_000, 10_000] : rest.map(Number);
  if (which === "preview-inside-simulator") {
    await benchPreview(sizes);
    return;
  }
  if (which === "components-inside-simulator") {
    await benchComponents(sizes);
    return;
  }
  const processors = cpus();
  console.log(
    `${processors.length} x ${processors[0]?.model ?? "unknown processor"}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  if (which === "compare") {
    await compare(rest.length === 0 ? 5_000 : Number(rest[0]));
    return;
  }
  if (which === "check") {
    await benchCheck(sizes);
    return;
  }
  if (which === "read") {
    await benchRead(rest.length === 0 ? 20_000 : Number(rest[0]));
    return;
  }
  if (which === undefined || which === "assess") await benchAssess(sizes);
  if (which === undefined || which === "pack") await benchPack(sizes);
  if (which === undefined || which === "preview") {
    process.exitCode = await insideSimulator("preview-inside-simulator", sizes);
  }
  if (which === "components") process.exitCode = await insideSimulator("components-inside-simulator", sizes);
}

/** The simulator's environment is what `asr simulate` gives a command, so the bench is such a command. */
async function insideSimulator(which: string, sizes: readonly number[]): Promise<number> {
  const { spawn } = await import("node:child_process");
  const child = spawn(
    process.execPath,
    [
      join(__dirname, "..", "cli", "main.js"),
      "simulate",
      "--",
      process.execPath,
      __filename,
      which,
      ...sizes.map(String),
    ],
    { stdio: "inherit" },
  );
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}

void main();
