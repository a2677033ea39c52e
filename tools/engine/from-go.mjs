// The engine built from its Go modules: go/go.mod and go/go.sum pin every one of them.
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { capture, must } from "../setup/commands.mjs";
import { cacheSubfolder, root } from "../setup/places.mjs";
import { step } from "../setup/progress.mjs";
import { engineVersion } from "./versions.mjs";

/** The oldest Go that can build it; from 1.21 on, `go` fetches a newer toolchain by itself where it is allowed to. */
export const oldestGo = "1.21";

/** What `go version` says, or undefined where there is no Go that will do. */
export async function findGo() {
  const { code, output } = await capture("go", ["env", "GOVERSION"]);
  const version = /^go(\d+)\.(\d+)/.exec(output.trim());
  const [oldMajor, oldMinor] = oldestGo.split(".").map(Number);
  if (code !== 0 || version === null) return undefined;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > oldMajor || (major === oldMajor && minor >= oldMinor) ? output.trim() : undefined;
}

/** Builds `pulumi` into the folder. @throws SetupFailure with the compiler's words. */
export async function buildFromGo(folder, draft) {
  const modules = join(draft, "modules");
  mkdirSync(modules, { recursive: true });
  // A copy: the build must not touch the checkout, and several may run at once.
  for (const file of ["go.mod", "go.sum"]) {
    copyFileSync(join(root, "tools/engine/go", file), join(modules, file));
  }
  const { environment, clean } = await goEnvironment();
  await step("Pulumi engine: fetching its Go modules", () =>
    must("Fetching the engine's Go modules", "go", ["mod", "download"], { cwd: modules, env: environment }),
  );
  await step("Pulumi engine: building it (3 to 4 minutes the first time)", () =>
    must(
      "Building the engine",
      "go",
      [
        "build",
        "-mod=readonly",
        "-trimpath",
        "-ldflags",
        `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`,
        "-o",
        join(folder, process.platform === "win32" ? "pulumi.exe" : "pulumi"),
        "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
      ],
      { cwd: modules, env: environment },
    ),
  );
  clean();
}

/**
 * Go's caches take 3 GB. Where the user has them already they are used and kept; else they stand in our own cache
 * folder, so that an interrupted build resumes, and go once the engine is there.
 */
async function goEnvironment() {
  const own = join(cacheSubfolder("engine"), ".go");
  const environment = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" };
  const { output } = await capture("go", ["env", "-json", "GOMODCACHE", "GOCACHE", "GOFLAGS"]);
  const usual = JSON.parse(output);
  for (const [name, folder] of [
    ["GOMODCACHE", "modules"],
    ["GOCACHE", "build"],
  ]) {
    if (!usual[name] || !existsSync(usual[name])) environment[name] = join(own, folder);
  }
  // Go write-protects its modules, and then nobody can remove them.
  environment.GOFLAGS = `${usual.GOFLAGS ?? ""} -modcacherw`.trim();
  return { environment, clean: () => rmSync(own, { recursive: true, force: true }) };
}
