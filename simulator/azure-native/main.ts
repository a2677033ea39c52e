/**
 * Entry of the plugin `pulumi-resource-azure-native`: a stand-in for the real azure-native that works against
 * the simulator. The engine starts it with its own address as argument and reads the port from stdout.
 */
import { servePlugin } from "./service/serve";

/** Version of @pulumi/azure-native whose types, inputs and API versions the type table describes. */
const azureNativeVersion = "3.28.0";

async function main(): Promise<void> {
  const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
  const plugin = await servePlugin(process.env, azureNativeVersion, engineAddress);
  process.stdout.write(`${plugin.port}\n`);
  endWithParent();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void plugin.close().then(() => process.exit(0)));
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
    `pulumi-resource-azure-native: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
