import { dump } from "js-yaml";

/**
 * A plain value as YAML in block style. The library that reads documents, because it knows lines and columns, takes
 * five times as long to write the machines of a large plan.
 */
export function yamlText(value: unknown): string {
  return dump(value, { noRefs: true, lineWidth: -1, skipInvalid: true, quoteStyle: "double" });
}
