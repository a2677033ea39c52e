// The whole set-up, step by step, each doing nothing where nothing is to do.
import { createHash } from "node:crypto";
import { delimiter, dirname, join } from "node:path";
import { ensureEngine } from "../engine/install.mjs";
import { resolveEngine } from "../engine/resolve.mjs";
import { buildIsReady, ensureBuild } from "./build.mjs";
import { dependenciesAreReady, ensureDependencies, linkCommand } from "./dependencies.mjs";
import { SetupFailure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { ensureNode, findNode } from "./node.mjs";
import { cacheFolder, root } from "./places.mjs";
import { say, total } from "./progress.mjs";

/**
 * Sets up Node, dependencies, an engine (unless `engine: false`) and the build. Returns `{node, engine, environment}`;
 * children that get `environment` know that all is ready and do not look again.
 */
export async function prepare({ engine: wantsEngine = true } = {}) {
  const node = await ensureNode();
  let engine = resolveEngine();
  // A child of one of these scripts: all but perhaps the engine is ready, and must not change under its parent.
  const isNested = process.env.ASR_SET_UP === root;
  if (!isNested) {
    if (!isPrepared()) {
      const environment = { ASR_NODE: node, PATH: [dirname(node), process.env.PATH].join(delimiter) };
      await withLock(checkoutLock(), async () => {
        await ensureDependencies(node);
        await ensureBuild(environment);
      });
    }
    linkCommand();
  }
  // Last, because it can take minutes and the steps before it can fail.
  if (wantsEngine && engine === undefined) engine = await ensureEngine(node);
  total();
  const environment = {
    ...process.env,
    ASR_NODE: node,
    PATH: [dirname(node), process.env.PATH].join(delimiter),
    ...engine?.environment,
    ASR_SET_UP: root,
  };
  return { node, engine, environment };
}

/** Whether this checkout's commands can run: everything but the engine, which few of them need. */
export function isPrepared() {
  return findNode() !== undefined && dependenciesAreReady() && buildIsReady();
}

/** One set-up of this checkout at a time; the cache folder holds the lock, because npm empties node_modules. */
function checkoutLock() {
  const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
  return join(cacheFolder(), "checkouts", `${name}.lock`);
}

/** Runs a script's main function; a fault that the user can mend is told in its own words. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof SetupFailure ? error.message : String(error.stack));
    process.exitCode = error instanceof SetupFailure ? 1 : 3;
  }
}
