import type { RunningPlugin } from "./plugin-server";

/**
 * Runs a plugin as the engine starts it: with the engine's own address as argument, its port on stdout. It ends with
 * its parent.
 *
 * @param name of the executable, for the message when it cannot start.
 */
export function runPlugin(name: string, start: (engineAddress: string) => Promise<RunningPlugin>): void {
  const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
  start(engineAddress).then(
    (plugin) => {
      process.stdout.write(`${plugin.port}\n`);
      endWithParent();
      for (const signal of ["SIGINT", "SIGTERM"] as const) {
        process.once(signal, () => {
          plugin.close();
          process.exit(0);
        });
      }
    },
    (error: unknown) => {
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
}

/** The engine stops its plugins; one that is killed cannot, and nothing may be left running then. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500).unref();
}
