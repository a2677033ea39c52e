import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./engine";

const run = promisify(execFile);
const folder = join(root, "tools/sdk");
/** Nothing is fetched: what is not in the module cache is not there. */
const environment = {
  ...process.env,
  CGO_ENABLED: "0",
  GOFLAGS: "-mod=readonly -buildvcs=false",
  GOPROXY: "off",
};

/** Whether Go and the modules of the generators are on this machine. */
export function hasGenerators(): boolean {
  try {
    execFileSync("go", ["list", "-deps", "."], {
      cwd: folder,
      env: environment,
      maxBuffer: 2 ** 24,
      stdio: "pipe",
    });
    return true;
  } catch {
    return false;
  }
}

/** Writes the SDK of a language. */
export async function generateSdk(language: "nodejs" | "python", out: string): Promise<void> {
  const schema = join(root, "provider/schema.json");
  const given = ["-schema", schema, "-language", language, "-out", out];
  await run("go", ["run", ".", ...given], { cwd: folder, env: environment });
}

/** A Python that has what the SDK needs (packages pulumi, parver, semver): `ASR_PYTHON`, else `python3`; undefined where it has not. */
export function pythonWithPulumi(): string | undefined {
  const python = process.env["ASR_PYTHON"] ?? "python3";
  try {
    execFileSync(python, ["-c", "import pulumi.automation, parver, semver"], { stdio: "pipe" });
    return python;
  } catch {
    return undefined;
  }
}
