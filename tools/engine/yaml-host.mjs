// Builds the language host of programs in YAML and puts it beside an engine that was built from source: an installed
// Pulumi brings its own. Tests of YAML programs are skipped without it. `node tools/engine/yaml-host.mjs`
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheSubfolder, root } from "../setup/places.mjs";
import { must } from "../setup/commands.mjs";
import { resolveEngine } from "./resolve.mjs";

const name = process.platform === "win32" ? "pulumi-language-yaml.exe" : "pulumi-language-yaml";
const engine = resolveEngine();

if (engine?.source !== "go") {
  console.log(
    engine === undefined ? 'No engine yet: run "npm run setup" first.' : `${engine.pulumi} brings its own.`,
  );
  process.exitCode = engine === undefined ? 1 : 0;
} else {
  const draft = mkdtempSync(join(cacheSubfolder("engine"), ".yaml-"));
  try {
    const modules = join(draft, "modules");
    mkdirSync(modules);
    for (const file of ["go.mod", "go.sum"])
      copyFileSync(join(root, "tools/engine/yaml", file), join(modules, file));
    const host = "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml";
    await must(
      "Building the language host of YAML",
      "go",
      ["build", "-mod=readonly", "-trimpath", "-ldflags", "-s -w", "-o", join(draft, name), host],
      { cwd: modules, env: { ...process.env, CGO_ENABLED: "0", GOWORK: "off" } },
    );
    const target = join(dirname(engine.pulumi), name);
    renameSync(join(draft, name), target);
    console.log(target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
