import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Versions that are compared with. */
const versions = { opa: "1.22.2", checkov: "3.3.30", calamine: "0.9.1" } as const;

/** Where they are kept between runs: the cache folder that set-up uses. Nothing of them is in the repository. */
const folder = join(
  process.env["ASR_CACHE_DIR"] ??
    join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "pulumi-azure-siterecovery"),
  "bench",
);

/** A tool that can be run, or why not. */
export type Installed = { readonly command: string; readonly version: string } | { readonly missing: string };

/** Open Policy Agent, built from its Go module. */
export function opa(): Installed {
  const home = join(folder, `opa-${versions.opa}`);
  const command = join(home, process.platform === "win32" ? "opa.exe" : "opa");
  return installed(command, versions.opa, home, () => {
    const module = "github.com/open-policy-agent/opa";
    writeFileSync(
      join(home, "go.mod"),
      `module bench\n\ngo 1.24\n\ntool ${module}\n\nrequire ${module} v${versions.opa}\n`,
    );
    const environment = { ...process.env, CGO_ENABLED: "0" };
    return (
      fault("go", ["mod", "tidy"], home, environment) ??
      fault("go", ["build", "-buildvcs=false", "-ldflags", "-s -w", "-o", command, module], home, environment)
    );
  });
}

/** Checkov, from the Python package index. */
export function checkov(): Installed {
  return fromPythonIndex("checkov", versions.checkov, "checkov");
}

/** Python with the workbook reader calamine. */
export function calamine(): Installed {
  return fromPythonIndex("python-calamine", versions.calamine, "python3");
}

/** A program of an environment of its own that has one package. */
function fromPythonIndex(name: string, version: string, program: string): Installed {
  const home = join(folder, `${name}-${version}`);
  const scripts = join(home, process.platform === "win32" ? "Scripts" : "bin");
  return installed(
    join(scripts, program),
    version,
    home,
    () =>
      fault("python3", ["-m", "venv", home], folder) ??
      fault(join(scripts, "pip"), ["install", "--quiet", `${name}==${version}`], home),
  );
}

function installed(
  command: string,
  version: string,
  home: string,
  install: () => string | undefined,
): Installed {
  if (existsSync(command)) return { command, version };
  console.error(`Getting ${command} (once; takes some minutes) …`);
  mkdirSync(home, { recursive: true });
  const reason = install();
  if (reason === undefined && existsSync(command)) return { command, version };
  // Half an installation would be taken for a whole one.
  rmSync(home, { recursive: true, force: true });
  return { missing: reason ?? "it was built elsewhere" };
}

/** What went wrong, in one line; undefined where nothing did. */
function fault(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const { error, status, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  if (error !== undefined) return error.message;
  if (status === 0) return undefined;
  return stderr.trim().split("\n").at(-1) ?? `${program} ended with ${status}`;
}
