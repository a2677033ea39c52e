/**
 * Entry of the plugin `pulumi-resource-azure-siterecovery`. The engine starts it with its own address as argument and
 * reads the port from stdout.
 */
import { definitions } from "./definitions";
import { packageVersion } from "./package-name";
import { servePlugin } from "./service/serve";

async function main(): Promise<void> {
  const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
  const plugin = await servePlugin({
    definitions,
    version: packageVersion(),
    environment: process.env,
    engineAddress,
  });
  process.stdout.write(`${plugin.port}\n`);
  endWithParent();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      plugin.close();
      process.exit(0);
    });
  }
}

/** The engine stops its plugins; one that is killed cannot, and nothing may be left running then. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500).unref();
}

main().catch((error: unknown) => {
  process.stderr.write(
    `pulumi-resource-azure-siterecovery: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
