// Draws the machine table and the machines' own pages from the data embedded in the report. Text reaches
// the document as text only: names in an inventory can be hostile.
(() => {
  "use strict";

  const pageSize = 100;
  /** Rows that are printed at most: paper is the wrong place for more. */
  const printedRows = 2000;
  const data = JSON.parse(document.getElementById("assessment-data").textContent);
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  const machines = data.machines.map(
    (
      [name, id, scenario, verdict, decided, undecided, findings, decisiveFacts, undecidedSet, facts, origin],
      index,
    ) => ({
      index,
      name,
      id,
      scenario: data.scenarios[scenario],
      verdictRank: verdict,
      verdict: data.verdicts[verdict],
      decided,
      undecided,
      findings: findings.map(([rule, severity, limit, subject, observed, message, remedy, waiver]) => ({
        rule: data.rules[rule],
        severity,
        limit: data.limits[limit],
        subject: data.texts[subject],
        observed: data.texts[observed],
        message: data.texts[message],
        remedy: data.texts[remedy],
        waiver,
      })),
      decisiveFacts: decisiveFacts.map((fact) => data.facts[fact][0]),
      undecidedRules: data.undecided[undecidedSet],
      facts,
      origin,
      words: `${name}\n${id ?? ""}`.toLowerCase(),
    }),
  );
  for (const machine of machines) {
    machine.errors = machine.findings.filter(({ severity }) => severity === "error").length;
    machine.warnings = machine.findings.length - machine.errors;
    const worst = machine.findings.find(({ severity }) => severity === "error") ?? machine.findings[0];
    machine.why =
      machine.verdict === "unknown"
        ? `Not known: ${machine.decisiveFacts.join(", ")}`
        : (worst?.message ?? "");
  }

  /** Comparing 20,000 names for every click would be felt; their order never changes. */
  let nameOrder;
  const rankOfName = (machine) => {
    if (nameOrder === undefined) {
      nameOrder = new Array(machines.length);
      [...machines]
        .sort((a, b) => collator.compare(a.name, b.name) || a.index - b.index)
        .forEach(({ index }, rank) => (nameOrder[index] = rank));
    }
    return nameOrder[machine.index];
  };
  const sortKeys = {
    name: rankOfName,
    verdict: (machine) => machine.verdictRank,
    errors: (machine) => machine.errors,
    warnings: (machine) => machine.warnings,
    undecided: (machine) => machine.undecided,
    scenario: (machine) => data.scenarios.indexOf(machine.scenario),
  };

  const main = document.querySelector("main");
  const form = document.getElementById("filter");
  const table = document.getElementById("machine-table");
  const body = table.tBodies[0];
  const count = document.getElementById("machine-count");
  const pager = document.getElementById("pager");
  const pageNumber = document.getElementById("page-number");
  const detail = document.getElementById("machine");
  const heading = document.getElementById("machines-heading");

  const filters = ["q", "verdict", "rule", "scenario"];
  const state = { q: "", verdict: "", rule: "", scenario: "", sort: "verdict", descending: true, page: 0 };
  let shown = machines;

  /** An element with text and element children; strings become text nodes. */
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== undefined && child !== null));
    return made;
  };

  const verdictWords = {
    ready: "Ready",
    conditional: "Conditional",
    unknown: "Unknown",
    "not-ready": "Not ready",
  };
  const severityWords = { error: "Error", warning: "Warning" };
  const badge = (tone, text) => element("span", { class: `badge ${tone}` }, text);

  function select() {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const key = sortKeys[state.sort];
    const direction = state.descending ? -1 : 1;
    shown = machines
      .filter(
        (machine) =>
          (state.verdict === "" || machine.verdict === state.verdict) &&
          (state.scenario === "" || machine.scenario === state.scenario) &&
          (state.rule === "" || machine.findings.some(({ rule }) => rule.ref === state.rule)) &&
          words.every((word) => machine.words.includes(word)),
      )
      .sort((a, b) => direction * (key(a) - key(b)) || rankOfName(a) - rankOfName(b));
  }

  function row(machine) {
    return element(
      "tr",
      {},
      element(
        "th",
        { scope: "row", class: "name" },
        element("a", { href: `#machine=${machine.index}` }, machine.name),
        machine.id === null || machine.id === machine.name
          ? undefined
          : element("span", { class: "id" }, machine.id),
      ),
      element("td", {}, badge(machine.verdict, verdictWords[machine.verdict])),
      element("td", { class: "number" }, String(machine.errors)),
      element("td", { class: "number" }, String(machine.warnings)),
      element("td", { class: "number" }, String(machine.undecided)),
      element("td", { class: "scenario" }, machine.scenario),
      element("td", { class: "worst" }, machine.why),
    );
  }

  function draw(from = state.page * pageSize, size = pageSize) {
    body.replaceChildren(...shown.slice(from, from + size).map(row));
    const pages = Math.max(Math.ceil(shown.length / pageSize), 1);
    pageNumber.textContent = `Page ${state.page + 1} of ${pages}`;
    pager.hidden = pages === 1;
    for (const button of pager.querySelectorAll("button")) {
      const backwards = button.dataset.step === "first" || button.dataset.step === "previous";
      button.disabled = backwards ? state.page === 0 : state.page === pages - 1;
    }
    count.textContent =
      shown.length === machines.length
        ? `${machines.length} machines`
        : `${shown.length} of ${machines.length} machines`;
    for (const head of table.tHead.querySelectorAll("th[data-column]")) {
      if (head.dataset.column === state.sort) {
        head.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      } else head.removeAttribute("aria-sort");
    }
  }

  function update() {
    select();
    draw();
  }

  // The filter is part of the address, so that a view can be bookmarked and links can ask for one.
  function rememberInAddress() {
    const query = new URLSearchParams();
    for (const name of filters) if (state[name] !== "") query.set(name, state[name]);
    const text = query.toString();
    history.replaceState(null, "", text === "" ? "#machines" : `#machines?${text}`);
  }

  function readForm() {
    const values = new FormData(form);
    for (const name of filters) state[name] = String(values.get(name) ?? "");
    state.page = 0;
    update();
    rememberInAddress();
  }

  function applyAddress(query) {
    const wanted = new URLSearchParams(query);
    for (const name of filters) {
      const field = form.elements.namedItem(name);
      if (field === null) continue;
      field.value = wanted.get(name) ?? "";
      state[name] = field.value;
    }
    state.page = 0;
    update();
  }

  function findingItem(finding) {
    const source =
      finding.limit.url === null
        ? element("span", {}, finding.limit.source)
        : element("a", { href: finding.limit.url, rel: "noreferrer" }, finding.limit.source);
    const list = element("dl", {});
    const add = (term, ...description) => {
      list.append(element("dt", {}, term), element("dd", {}, ...description));
    };
    add("Observed", `${finding.subject}: ${finding.observed}`);
    if (finding.limit.value !== "") add("Limit", finding.limit.value);
    add("Source", source, `, edition ${finding.limit.edition}`);
    add("Rule", element("code", {}, finding.rule.ref), " ", element("code", {}, finding.rule.name));
    if (finding.waiver !== null) add("Waived", finding.waiver);
    return element(
      "li",
      { class: "finding" },
      element(
        "div",
        { class: "finding-head" },
        badge(finding.severity, severityWords[finding.severity] ?? finding.severity),
        element("h3", {}, finding.message),
      ),
      element("p", { class: "remedy" }, finding.remedy),
      list,
    );
  }

  function undecidedTable(machine) {
    const rows = machine.undecidedRules.map(([rule, facts]) => {
      const { name, title } = data.rules[rule];
      const list = element("ul", {});
      for (const fact of facts) {
        const [factName, where] = data.facts[fact];
        list.append(element("li", {}, element("code", {}, factName), ` ${where}`));
      }
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, title, " ", element("code", {}, name)),
        element("td", {}, list),
      );
    });
    return element(
      "div",
      { class: "scroll", role: "region", "aria-label": "Rules that could not decide", tabindex: "0" },
      element(
        "table",
        { class: "facts" },
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "col" }, "Rule"),
            element("th", { scope: "col" }, "Missing facts and where to get them"),
          ),
        ),
        element("tbody", {}, ...rows),
      ),
    );
  }

  /** What the inventory says of the machine; what it does not say is left out. */
  function describedFacts({ facts, origin }) {
    const text = (index) => (index === null ? null : data.texts[index]);
    const listed =
      origin === null ? null : `${text(origin[0])}${origin[1] === null ? "" : `, row ${origin[1]}`}`;
    if (facts === null) return [["Listed in", listed]];
    const [os, cores, memory, disks, adapters, azureMigrate] = facts;
    const diskText = ([name, size, isSystem], place) =>
      `${text(name) ?? `disk ${place + 1}`}: ${size === null ? "size not known" : `${size} GiB`}${isSystem ? " (operating system)" : ""}`;
    return [
      ["System", text(os)],
      ["Cores", cores === null ? null : String(cores)],
      ["Memory", memory === null ? null : `${memory} MiB`],
      ["Disks", disks === null ? null : disks.map(diskText).join("; ")],
      ["Adapters", adapters === null ? null : String(adapters)],
      ["Azure Migrate", text(azureMigrate)],
      ["Listed in", listed],
    ];
  }

  function showMachine(machine) {
    const place = shown.indexOf(machine);
    const neighbour = (step, text) => {
      const other = place === -1 ? undefined : shown[place + step];
      return other === undefined ? undefined : element("a", { href: `#machine=${other.index}` }, text);
    };
    const findings = machine.findings.map(findingItem);
    const title = element("h2", { id: "machine-heading", tabindex: "-1" }, machine.name);
    const facts = element("dl", { class: "facts-list" });
    for (const [term, value] of [
      ["Not known", machine.verdict === "unknown" ? machine.decisiveFacts.join(", ") : null],
      ["Id", machine.id],
      ["Scenario", machine.scenario],
      ["Coverage", `${machine.decided} rules decided, ${machine.undecided} undecided`],
      ...describedFacts(machine),
    ]) {
      if (value !== null) facts.append(element("dt", {}, term), element("dd", {}, value));
    }
    detail.replaceChildren(
      element(
        "nav",
        { "aria-label": "Machines", class: "machine-nav" },
        element("a", { href: "#machines", "data-back": "" }, "All machines"),
        neighbour(-1, "Previous"),
        neighbour(1, "Next"),
      ),
      title,
      element("p", {}, badge(machine.verdict, verdictWords[machine.verdict])),
      facts,
      element("h3", { class: "part" }, `Findings (${findings.length})`),
      findings.length === 0 ? element("p", {}, "None.") : element("ol", { class: "findings" }, ...findings),
      element("h3", { class: "part" }, `Rules that could not decide (${machine.undecidedRules.length})`),
      machine.undecidedRules.length === 0 ? element("p", {}, "None.") : undecidedTable(machine),
    );
    main.classList.add("one-machine");
    detail.hidden = false;
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  let lastMachine;
  function route() {
    const address = decodeURIComponent(location.hash.slice(1));
    const chosen = /^machine=(\d+)$/.exec(address);
    const machine = chosen === null ? undefined : machines[Number(chosen[1])];
    if (machine !== undefined) {
      lastMachine = machine;
      showMachine(machine);
      return;
    }
    const wasOneMachine = !detail.hidden;
    detail.hidden = true;
    main.classList.remove("one-machine");
    if (address === "machines" && wasOneMachine) {
      returnToList();
    } else if (address.startsWith("machines")) {
      applyAddress(address.slice("machines?".length));
      document.getElementById("machines").scrollIntoView();
      heading.focus({ preventScroll: true });
    } else if (address !== "" && wasOneMachine) {
      document.getElementById(address)?.scrollIntoView();
    }
  }

  /** Back to where the reader was: the same filter, the same page, the same row. */
  function returnToList() {
    rememberInAddress();
    const place = shown.indexOf(lastMachine);
    if (place !== -1) state.page = Math.floor(place / pageSize);
    draw();
    const link = body.querySelector(`a[href="#machine=${lastMachine.index}"]`);
    (link ?? heading).focus({ preventScroll: true });
    (link ?? heading).scrollIntoView({ block: "center" });
  }

  let typing;
  form.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(readForm, 60);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(readForm));
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th[data-column]");
    if (head === null || event.target.closest("button") === null) return;
    const column = head.dataset.column;
    // Worst first is what a first click on anything but a name asks for.
    state.descending = state.sort === column ? !state.descending : column !== "name" && column !== "scenario";
    state.sort = column;
    state.page = 0;
    update();
  });
  pager.addEventListener("click", (event) => {
    const step = event.target.closest("button")?.dataset.step;
    if (step === undefined) return;
    const last = Math.ceil(shown.length / pageSize) - 1;
    const target = { first: 0, previous: state.page - 1, next: state.page + 1, last }[step];
    state.page = Math.min(Math.max(target, 0), last);
    draw();
    document.getElementById("machines").scrollIntoView();
  });
  const folded = [...document.querySelectorAll("details:not([open])")];
  window.addEventListener("beforeprint", () => {
    for (const details of folded) details.open = true;
    draw(0, printedRows);
    if (shown.length > printedRows) count.textContent += `, the first ${printedRows} printed`;
  });
  window.addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    draw();
  });
  window.addEventListener("hashchange", route);

  form.hidden = false;
  table.hidden = false;
  update();
  if (location.hash !== "") route();
})();
