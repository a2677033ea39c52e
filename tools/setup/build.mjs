// `npm run build`, only when a source has changed since the last one.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./commands.mjs";
import { npmEnvironment, npmScript } from "./node.mjs";
import { root } from "./places.mjs";
import { step } from "./progress.mjs";
import { stampOf } from "./stamp.mjs";

const stampFile = join(root, "dist/.built");

/** Whether dist/ is what the sources make. */
export function buildIsReady() {
  try {
    return readFileSync(stampFile, "utf8") === stamp();
  } catch {
    return false;
  }
}

/** @throws SetupFailure with the compiler's words. */
export async function ensureBuild(environment) {
  if (buildIsReady()) return;
  await step("Build", async () => {
    rmSync(stampFile, { force: true });
    await must("npm run build", environment.ASR_NODE, [npmScript(), "run", "build", "--silent"], {
      cwd: root,
      env: { ...npmEnvironment(), ...environment },
    });
    // Taken after the build, which generates sources of its own.
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(stampFile, stamp());
  });
}

/** The stamp of what the build reads, which the configuration of stacks and keys saved beside it are not. */
function stamp() {
  const { include } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  const folders = new Set([...include.map((pattern) => pattern.split("/")[0]), "tools"]);
  return stampOf([...folders].sort(), ["package-lock.json", "package.json", "tsconfig.json"], isRead);
}

function isRead(name) {
  return !/^Pulumi\..+\.yaml$|\.VaultCredentials$/.test(name);
}
