// What `npm run docs` writes into the pages of docs/rules: front matter, title, the limits of a rule; and the index.
// Prose and samples between them are written by hand and left as they are.

const begin = "<!-- limits: written by `npm run docs` -->";
const end = "<!-- /limits -->";

/** How a rule's page must look, given how it looks now. Undefined where there is no page to complete. */
export function renderPage(rule, limits, page) {
  const prose = proseOf(page);
  return `${frontMatter(rule, limits)}\n# ${rule.title}\n\n${prose}\n\n${begin}\n\n${limitsTable(rule, limits)}\n\n${end}\n`;
}

/** The part that is written by hand: all but front matter, title and the generated section. */
export function proseOf(page) {
  const body = page.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/^\s*# .*\n/, "");
  const start = body.indexOf(begin);
  return (start === -1 ? body : body.slice(0, start)).trim();
}

function limitsOf(rule, limits) {
  const ids = new Set(rule.limits);
  return limits.filter((limit) => ids.has(limit.id));
}

function frontMatter(rule, limits) {
  const own = limitsOf(rule, limits);
  const list = (values) => `[${[...new Set(values)].join(", ")}]`;
  return [
    "---",
    `# Written by \`npm run docs\` from limits/rules/${rule.name}.ts.`,
    `rule: ${rule.name}`,
    `ref: ${rule.ref}`,
    `title: ${JSON.stringify(rule.title)}`,
    `subject: ${rule.subject}`,
    `moments: ${list(rule.moments)}`,
    `editions: ${list(own.map((limit) => limit.edition))}`,
    `scenarios: ${list(own.flatMap((limit) => limit.scenarios))}`,
    `since: ${rule.since}`,
    "---",
    "",
  ].join("\n");
}

function limitsTable(rule, limits) {
  const rows = limitsOf(rule, limits).map((limit) => [
    limit.edition,
    `\`${limit.id}\``,
    valueOf(limit),
    limit.severity,
    scenariosOf(limit),
    sourceOf(limit),
  ]);
  return [
    "## Limits",
    "",
    "| edition | limit | value | severity | scenarios | source |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
  ].join("\n");
}

/** Longest list that a cell shows in full. */
const longestList = 8;

function valueOf({ value, unit, effectiveFrom }) {
  const text =
    Array.isArray(value) && value.length > longestList
      ? `${value.length} entries`
      : Array.isArray(value)
        ? value.map(plain).join(", ") || "none"
        : plain(value);
  const measured =
    unit === null || unit === "date" || unit === "regular expression" ? text : `${text} ${unit}`;
  return effectiveFrom === undefined || value === effectiveFrom
    ? measured
    : `${measured} (from ${effectiveFrom})`;
}

function plain(value) {
  if (value === null) return "–";
  if (typeof value !== "object") return typeof value === "string" ? `\`${value}\`` : String(value);
  if (Array.isArray(value))
    return value.length > longestList ? `${value.length} entries` : value.map(plain).join(", ");
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${plain(item)}`)
    .join("; ");
}

function scenariosOf({ scenarios, experiences, intents }) {
  const conditions = [...(experiences ?? []), ...(intents ?? [])];
  const names = scenarios.join(", ");
  return conditions.length === 0 ? names : `${names} (${conditions.join(", ")})`;
}

function sourceOf({ source }) {
  const title = source.url === undefined ? source.document : `[${source.document}](${source.url})`;
  const doubt = source.unverified === true ? " (heading of an older copy)" : "";
  return `${title}, ${source.date}, ${source.section}${doubt}`;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

/** The page that lists all rules, by scenario and by moment. */
export function renderIndex(rules, limits, scenarios, moments) {
  const line = (rule) => `- [${rule.name}](${rule.name}.md) (${rule.ref}): ${rule.title}`;
  const section = (heading, members) => ["", `### ${heading}`, "", ...members.map(line)];
  const inScenario = (scenario) =>
    rules.filter((rule) => limitsOf(rule, limits).some((limit) => limit.scenarios.includes(scenario)));
  return `${[
    "<!-- Written by `npm run docs`. Do not edit. -->",
    "",
    "# Rules",
    "",
    `${rules.length} rules, each over the limits of the editions that document them. \`asr limits\` prints the limits, also those that no rule can check, with the reason.`,
    "",
    "## By scenario",
    ...scenarios
      .map((scenario) => [scenario, inScenario(scenario)])
      .filter(([, members]) => members.length > 0)
      .flatMap(([scenario, members]) => section(scenario, members)),
    "",
    "## By moment",
    ...moments.flatMap((moment) =>
      section(
        moment,
        rules.filter((rule) => rule.moments.includes(moment)),
      ),
    ),
  ].join("\n")}\n`;
}
