import { modelledProviders } from "./providers";

/** What is modelled, as the Markdown table of the README. */
export function typeTable(): string {
  const rows = modelledProviders.flatMap(({ types }) =>
    types.map((type) => `| \`${type.type}\` | ${type.modelled.replaceAll("|", "\\|")} |`),
  );
  return ["| type | what of the real service is modelled |", "| --- | --- |", ...rows].join("\n");
}
