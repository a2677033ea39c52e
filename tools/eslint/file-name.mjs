import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const empty = /(^|-)(utils?|utilities|helpers?|common|misc|shared|stuff)$/;

export const fileName = {
  meta: {
    type: "suggestion",
    docs: { description: "Files and folders are named in kebab-case, for the one thing they hold." },
    schema: [],
    messages: {
      kebab: '"{{name}}" is not kebab-case: write "{{better}}".',
      empty: '"{{name}}" does not say what is inside: name it for the one thing it holds.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const folders = relative(root, context.filename).split(/[\\/]/).slice(0, -1);
        const stem = basename(context.filename).replace(/(\.(test|config|gen|d))*\.[cm]?[jt]s$/, "");
        for (const name of [...folders, stem]) {
          if (name === ".." || name.startsWith(".")) continue;
          if (empty.test(name)) {
            context.report({ node, messageId: "empty", data: { name } });
          } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !/^\d{4}-\d{2}$/.test(name)) {
            const better = name
              .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
              .replaceAll(/[^A-Za-z0-9]+/g, "-")
              .toLowerCase();
            context.report({ node, messageId: "kebab", data: { name, better } });
          }
        }
      },
    };
  },
};
