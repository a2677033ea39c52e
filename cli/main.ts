#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Entry of the `asr` command. Nothing else is imported before the Node version is known to be able to load it.
 * In a checkout, set-up has a Node of its own: there an old one hands over to it.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const handOver = join(__dirname, "..", "..", "tools", "asr.mjs");

if (major > 22 || (major === 22 && minor >= 13)) {
  void import("./run-command-line.js").then(({ runCommandLine }) => runCommandLine(process.argv));
} else if (existsSync(handOver)) {
  void import(pathToFileURL(handOver).href);
} else {
  process.stderr.write(
    `asr: Node ${process.versions.node} is too old: install Node 24, or 22.13 and later.\n`,
  );
  process.exitCode = 2;
}
