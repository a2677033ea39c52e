import { createHash } from "node:crypto";

/**
 * Pages, filters and sorts the rows that are in the table already. Without it the table shows them all: nothing is made
 * of text here, so no name of a machine can become anything else.
 */
export const pageScript = `(() => {
  "use strict";
  const pageSize = 100;
  const table = document.getElementById("machine-table");
  const form = document.getElementById("filter");
  const pager = document.getElementById("pager");
  const count = document.getElementById("machine-count");
  const pageNumber = document.getElementById("page-number");
  const body = table.tBodies[0];
  const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
  const rows = [...body.rows].map((row, index) => ({
    row,
    index,
    words: row.cells[0].textContent.toLowerCase(),
    findings: row.cells[row.cells.length - 1].textContent,
    verdict: row.dataset.verdict,
    keys: [...row.cells].map((cell) => cell.dataset.key ?? cell.textContent.trim()),
  }));
  let sort = { column: -1, direction: 1 };
  let page = 0;
  let shown = rows;

  const order = (left, right) => {
    const { column, direction } = sort;
    const found = column === -1 ? 0 : compare(left.keys[column], right.keys[column]) * direction;
    return found || left.index - right.index;
  };
  const draw = () => {
    const pages = Math.max(1, Math.ceil(shown.length / pageSize));
    page = Math.min(Math.max(page, 0), pages - 1);
    body.replaceChildren(...shown.slice(page * pageSize, (page + 1) * pageSize).map(({ row }) => row));
    count.textContent = shown.length + " of " + rows.length + (rows.length === 1 ? " machine" : " machines");
    pageNumber.textContent = "Page " + (page + 1) + " of " + pages;
    pager.hidden = pages === 1;
    for (const button of pager.querySelectorAll("button"))
      button.disabled = /first|previous/.test(button.dataset.step) ? page === 0 : page === pages - 1;
  };
  const choose = () => {
    const given = new FormData(form);
    const words = String(given.get("q")).trim().toLowerCase();
    const verdict = given.get("verdict");
    const rule = given.get("rule");
    shown = rows
      .filter((row) => row.words.includes(words) && (!verdict || row.verdict === verdict) && (!rule || row.findings.includes(rule)))
      .sort(order);
    page = 0;
    draw();
  };

  form.addEventListener("input", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  form.addEventListener("submit", (event) => event.preventDefault());
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("button")?.closest("th");
    if (!head) return;
    sort = { column: head.cellIndex, direction: sort.column === head.cellIndex ? -sort.direction : 1 };
    for (const each of table.tHead.querySelectorAll("th")) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", sort.direction === 1 ? "ascending" : "descending");
    choose();
  });
  pager.addEventListener("click", (event) => {
    const step = event.target.closest("button")?.dataset.step;
    if (!step) return;
    page = { first: 0, previous: page - 1, next: page + 1, last: Infinity }[step];
    draw();
  });
  // What is printed is what the filter shows, not a page of it.
  addEventListener("beforeprint", () => body.replaceChildren(...shown.map(({ row }) => row)));
  addEventListener("afterprint", draw);
  form.hidden = false;
  draw();
})();
`;

/** The policy of a page that runs this script and nothing else. @param policy of the style sheet alone or with another script. */
export function policyWithScript(policy: string): string {
  const digest = createHash("sha256").update(pageScript).digest("base64");
  return policy.replace(/script-src [^;]*/, `script-src 'sha256-${digest}'`);
}
