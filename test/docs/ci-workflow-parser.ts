import { registerHooks } from "node:module";

/**
 * GitHub's parser of workflows. Its modules import JSON the way bundlers read it, without the attribute that Node
 * wants, so that is added while it loads.
 */
export async function workflowParser(): Promise<typeof import("@actions/workflow-parser")> {
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const importAttributes = specifier.endsWith(".json") ? { type: "json" } : context.importAttributes;
      return nextResolve(specifier, { ...context, importAttributes });
    },
    load(url, context, nextLoad) {
      const importAttributes = url.endsWith(".json") ? { type: "json" } : context.importAttributes;
      return nextLoad(url, { ...context, importAttributes });
    },
  });
  try {
    return await import("@actions/workflow-parser");
  } finally {
    hooks.deregister();
  }
}
