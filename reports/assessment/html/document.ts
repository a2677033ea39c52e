import type { Assessment } from "../../../estate/assessment";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import type { ReportOptions } from "../render";
import { loadAssets } from "./assets";
import { azureMigrateSection } from "./azure-migrate";
import { comparisonSection } from "./comparison";
import { findingsSection } from "./findings";
import { machinesSection } from "./machines";
import { html, type Markup } from "./markup";
import { missingSection } from "./missing";
import { pageDataChunks } from "./page-data";
import { sourcesSection } from "./sources";
import { summarySection } from "./summary";

/**
 * The assessment as one self-contained HTML file. Everything but the machine table is static; the table
 * and the machines' own pages are drawn by the page's script from JSON embedded in the file. A content
 * security policy lets nothing run but that script and loads nothing from anywhere.
 */
export function* htmlChunks(assessment: Assessment, options: ReportOptions): Generator<string> {
  const assets = loadAssets();
  // Written as plain text: what is inside style and script must be what their digests were taken of.
  yield '<!doctype html>\n<html lang="en">\n<head>\n';
  yield headContent(assessment, assets.contentSecurityPolicy).text;
  yield `<style>${assets.style}</style>\n</head>\n<body>\n`;
  yield html`
    <a class="skip" href="#machines">Skip to the machines</a>
    ${header(assessment, options)}
    <main>
      ${summarySection(assessment)} ${comparisonSection(assessment)} ${findingsSection(assessment)}
      ${machinesSection(assessment)} ${azureMigrateSection(assessment)} ${missingSection(assessment)}
      ${sourcesSection(assessment, options)}
    </main>
  `.text;
  yield '<script type="application/json" id="assessment-data">';
  yield* pageDataChunks(assessment, options.machines);
  yield `</script>\n<script>${assets.script}</script>\n</body>\n</html>\n`;
}

function headContent(assessment: Assessment, contentSecurityPolicy: string): Markup {
  return html`
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>Site Recovery readiness of ${counted(assessment.summary.machines, "machine")}</title>
  `;
}

function header(assessment: Assessment, options: ReportOptions): Markup {
  const sources = options.sources ?? [];
  return html` <header>
    <h1>Azure Site Recovery readiness</h1>
    <p class="scope">
      ${counted(assessment.summary.machines, "machine")}${sources.length === 0 ? "" : ` from ${sources.map(printable).join(", ")}`},
      judged by edition <strong>${assessment.edition}</strong> as of <strong>${assessment.asOf}</strong>
    </p>
    <nav aria-label="Sections">
      <a href="#summary">Summary</a>
      <a href="#findings">Findings</a>
      <a href="#machines">Machines</a>
      ${assessment.azureMigrate === undefined ? undefined : html`<a href="#azure-migrate">Azure Migrate</a>`}
      <a href="#missing">Missing facts</a>
      <a href="#sources">Sources</a>
    </nav>
  </header>`;
}
