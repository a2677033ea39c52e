/** Runs in a page: what keeps people with a keyboard or a screen reader from using it, a line each. */
export const pageProblems = `(() => {
      const named = (node) => (node.textContent || "").trim() || node.getAttribute("aria-label") || node.labels?.[0]?.textContent.trim();
      const controls = [...document.querySelectorAll("a, button, input, select, summary")].filter((node) => !named(node));
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1]));
      const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href").slice(1));
      return [
        ...controls.map((node) => "no name: " + node.outerHTML),
        ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => "twice: " + id),
        ...levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1).map((level) => "skips to h" + level),
        ...targets.filter((id) => !ids.includes(id)).map((id) => "leads nowhere: #" + id),
        ...[...document.querySelectorAll("th:not([scope])")].map((node) => "no scope: " + node.textContent),
        ...(document.documentElement.lang ? [] : ["no language"]),
      ];
    })()`;
