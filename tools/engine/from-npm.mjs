// The engine as the official npm launcher `pulumi` downloads it: CLI and language hosts.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { capture } from "../setup/commands.mjs";
import { npmEnvironment, npmScript } from "../setup/node.mjs";
import { step } from "../setup/progress.mjs";
import { engineVersion } from "./versions.mjs";

/** The launcher first fetches a script, then says what it does: silence after this long means that it cannot. */
const firstWordMs = 20_000;
const wholeMs = 900_000;

/** Downloads the CLI into the folder. Returns undefined on success, else why it could not. */
export async function downloadFromNpm(folder, draft, node) {
  return step(
    "Pulumi engine: trying the official download",
    async () => {
      const launcher = join(draft, "launcher");
      mkdirSync(launcher, { recursive: true });
      writeFileSync(join(launcher, "package.json"), "{}");
      const install = await capture(
        node,
        [
          npmScript(),
          "install",
          "--ignore-scripts",
          "--no-package-lock",
          "--no-audit",
          "--no-fund",
          `pulumi@${engineVersion}`,
        ],
        { cwd: launcher, env: npmEnvironment() },
      );
      if (install.code !== 0) return reason("the npm package is not to be had", install.output);

      const home = join(draft, "home");
      let silence;
      const run = await new Promise((resolve, reject) => {
        let heard = 0;
        capture(node, [join(launcher, "node_modules/pulumi/run.js"), "version"], {
          cwd: launcher,
          timeoutMs: wholeMs,
          env: {
            ...process.env,
            PULUMI_HOME: home,
            PULUMI_VERSION: engineVersion,
            PULUMI_SKIP_UPDATE_CHECK: "true",
          },
          onOutput(text, stop) {
            heard += 1;
            // Its own announcement comes before any connection is made.
            if (heard === 1 && /^Downloading pulumi/.test(text)) silence = setTimeout(stop, firstWordMs);
            else clearTimeout(silence);
          },
        }).then(resolve, reject);
      });
      clearTimeout(silence);
      const downloaded = join(home, "versions", engineVersion, "bin");
      if (run.code !== 0 || !existsSync(downloaded)) return reason("the download did not work", run.output);
      cpSync(downloaded, folder, { recursive: true });
      rmSync(home, { recursive: true, force: true });
      return undefined;
    },
    (failure) => failure ?? "done",
  );
}

function reason(what, output) {
  const last = output.trim().split("\n").at(-1) ?? "";
  return last === "" ? what : `${what} (${last})`;
}
