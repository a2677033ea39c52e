import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { areaOf, foreign, mayImport } from "./areas.mjs";
import { eachImport } from "./imports.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const importDirection = {
  meta: {
    type: "problem",
    docs: { description: "Each part of the tree imports only the parts below it." },
    schema: [],
    messages: {
      direction: "{{from}} must not import {{to}}. {{allowed}}",
      foreign: "{{from}} must not import {{module}}: {{reason}}.",
    },
  },
  create(context) {
    const from = areaOf(relative(root, context.filename));
    if (from === undefined) return {};
    const allowed = mayImport[from];
    return eachImport((node, source) => {
      const other = foreign.find(({ area, module }) => area.test(from) && module.test(source));
      if (other !== undefined) {
        context.report({ node, messageId: "foreign", data: { from, module: source, reason: other.reason } });
      }
      if (!source.startsWith(".") || allowed === "everything") return;
      const to = areaOf(relative(root, resolve(dirname(context.filename), source)));
      if (to === undefined || to === from || allowed.includes(to)) return;
      const list =
        allowed.length === 0 ? "It may import no other part." : `It may import ${allowed.join(", ")}.`;
      context.report({ node, messageId: "direction", data: { from, to, allowed: list } });
    });
  },
};
