import type { Limit } from "../../limits/matrix/schema";
import type { Rule } from "../../limits/rules/rule";

/** How a rule's page must look, given how it looks now; before formatting. */
export function renderPage(rule: Rule, limits: readonly Limit[], page: string): string;

/** The part of a page that is written by hand. */
export function proseOf(page: string): string;

/** The page that lists all rules, by scenario and by moment; before formatting. */
export function renderIndex(
  rules: readonly Rule[],
  limits: readonly Limit[],
  scenarios: readonly string[],
  moments: readonly string[],
): string;
