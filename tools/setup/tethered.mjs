// Runs the command in its arguments and ends it, with all that it started, when the process that holds the other end of
// stdin is gone: a set-up that is killed must not leave an npm or a compiler at work in the folders of the next one.
import { spawn, spawnSync } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });

function endAll() {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    process.exit(1);
  }
  // This process leads the group that it and its children make.
  process.kill(-process.pid, "SIGKILL");
}
process.stdin.on("end", endAll);
process.stdin.on("error", endAll);
process.stdin.resume();

child.once("error", (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.once("exit", (code) => process.exit(code ?? 1));
