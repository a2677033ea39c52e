import type { Plan } from "../../estate/plan";
import type { FirewallRow } from "../../estate/planning/firewall";
import type { RolePrerequisites } from "../../estate/planning/prerequisites";
import type { ScopeDocuments } from "../../estate/planning/scope-documents";
import { valueText } from "../limits/value-text";
import { markdownRow, markdownText } from "../markdown-text";

/** A Markdown file beside the landing zones. */
export interface PlanPage {
  readonly name: string;
  readonly text: string;
}

/** The firewall list of every scenario, and a page of prerequisites for every server role. */
export function planPages({ documents, edition }: Plan): readonly PlanPage[] {
  return documents.flatMap((scope) => {
    const scenario = `${scope.scenario}${scope.experience === undefined ? "" : `-${scope.experience}`}`;
    return [
      { name: `firewall-${scenario}.md`, text: firewallPage(scope, edition) },
      ...scope.prerequisites.map((role) => ({
        name: `prerequisites-${role.role}-${scenario}.md`,
        text: prerequisitesPage(role, scope, edition),
      })),
    ];
  });
}

function firewallPage({ scenario, experience, firewall }: ScopeDocuments, edition: string): string {
  const lines = [
    `# Firewall list: ${titleOf(scenario, experience)}\n`,
    `Addresses and TCP ports that the documents of edition ${edition} name. Where they name no port for a host, none is given here.\n`,
  ];
  const others = firewall.filter(({ source }) => !source.startsWith(`edition ${edition},`));
  if (others.length > 0) {
    lines.push(
      `The documents of this edition name no host for the scenario: rows of another edition, which their source names, stand in. Check them against today's documents.\n`,
    );
  }
  if (firewall.length === 0) lines.push("The documents of this edition name none for the scenario.\n");
  for (const [role, rows] of Map.groupBy(firewall, (row) => row.role)) {
    const table = [
      markdownRow(["direction", "host", "port", "when", "source"]),
      markdownRow(["---", "---", "---", "---", "---"]),
      ...rows.map(firewallLine),
    ];
    const notes = [...new Set(rows.flatMap(({ note }) => note ?? []))];
    lines.push(
      `## ${markdownText(role)}\n`,
      table.join(""),
      ...notes.map((note) => `- ${markdownText(note)}\n`),
    );
  }
  return lines.join("\n");
}

function firewallLine({ direction, hosts, port, when, source }: FirewallRow): string {
  return markdownRow([
    direction,
    markdownText(hosts?.join(" or ") ?? "any"),
    port ?? "not named",
    when,
    markdownText(source),
  ]);
}

function prerequisitesPage(
  { role, items }: RolePrerequisites,
  { scenario, experience }: ScopeDocuments,
  edition: string,
): string {
  const rows = items.map(({ title, value, unit, severity, note, source }) =>
    markdownRow([
      markdownText(title),
      markdownText(valueText(value, unit)),
      kinds[severity],
      markdownText(note ?? ""),
      markdownText(source),
    ]),
  );
  return [
    `# Prerequisites of the ${role.replaceAll("-", " ")}: ${titleOf(scenario, experience)}\n`,
    `What the documents of edition ${edition} say.\n`,
    [
      markdownRow(["what", "value", "kind", "note", "source"]),
      markdownRow(["---", "---", "---", "---", "---"]),
      ...rows,
    ].join(""),
  ].join("\n");
}

const kinds = { error: "required", warning: "recommended", info: "information" } as const;

function titleOf(scenario: string, experience: string | undefined): string {
  return `${scenario}${experience === undefined ? "" : `, ${experience}`}`;
}
