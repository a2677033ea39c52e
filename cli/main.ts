#!/usr/bin/env node
/**
 * Entry of the `asr` command. Nothing is imported before the Node version is known to be able to load it.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `asr: Node ${process.versions.node} is too old: install Node 24 (or 22.13 and later), ` +
      "or run it in a checkout as `npm run asr -- …`, which brings its own.\n",
  );
  process.exitCode = 2;
} else {
  void import("./run-command-line.js").then(({ runCommandLine }) => runCommandLine(process.argv));
}
