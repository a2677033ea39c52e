import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { documentedChecks } from "../../../operations/check/documented-checks";
import { renderCheckChunks } from "../../../reports/check/render";
import { checkSeeded } from "./simulated-check";
import { soundItem, soundVault } from "./sound-vault";

const file = join(__dirname, "..", "..", "..", "docs", "check.md");

/** What is between two marks of the page, made from the checks and from a real run. */
it("the page lists every check and shows real output (UPDATE_CHECK_PAGE=1 writes it)", async () => {
  const web = soundItem(
    "web",
    { rpoInSeconds: 5400 },
    {
      replicationHealth: "Critical",
      healthErrors: [{ errorCode: "153007", summaryMessage: "High data change rate." }],
    },
  );
  const check = await checkSeeded(soundVault({ web, alerts: undefined }));
  const sample = [...renderCheckChunks(check, "table")].join("");
  const rows = documentedChecks.map(
    ({ ref, name, title, source }) =>
      `| ${ref} | \`${name}\` | ${title} | ${source === null ? "" : `[${source.document}](${source.url})`} |`,
  );
  const table = ["| reference | name | what must hold | see |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
  const page = readFileSync(file, "utf8");
  const text = between(between(page, "checks", table), "sample", `\`\`\`text\n${timeless(sample)}\n\`\`\``);
  const wanted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (process.env["UPDATE_CHECK_PAGE"] === "1") writeFileSync(file, wanted);
  expect(readFileSync(file, "utf8")).toBe(wanted);
});

function between(page: string, mark: string, text: string): string {
  const pattern = new RegExp(`(<!-- ${mark}: [^\\n]*-->)[\\s\\S]*(<!-- end of ${mark} -->)`);
  expect(page).toMatch(pattern);
  return page.replace(pattern, (_all, start: string, end: string) => `${start}\n\n${text}\n\n${end}`);
}

const shownDay = Date.parse("2026-11-23");

/** Every date as if the run had been on one and the same day, early in the morning. */
function timeless(sample: string): string {
  const today = Date.parse(new Date().toISOString().slice(0, "yyyy-mm-dd".length));
  return sample
    .trimEnd()
    .replace(/\d{4}-\d\d-\d\d/g, (date) =>
      new Date(Date.parse(date) - today + shownDay).toISOString().slice(0, "yyyy-mm-dd".length),
    )
    .replace(/T\d\d:\d\dZ/g, "T03:00Z");
}
