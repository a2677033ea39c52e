import type { Plan } from "../../../estate/plan";
import { html, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";
import { figureText, leastText } from "../figure-text";
import { table } from "./figures";

/** Costs by the prices that were given. */
export function costsSection({ costs }: Plan): Markup | undefined {
  if (costs === undefined) return undefined;
  return html` <section id="costs" aria-labelledby="costs-heading">
    <h2 id="costs-heading">Costs</h2>
    ${table(
      "Costs in all",
      ["What", "Cost", "Formula", "Source"],
      (
        [
          ["Replication, a month", costs.replicationPerMonth],
          ["Drills, a year", costs.drillsPerYear],
          ["Together, a year", costs.perYear],
        ] as const
      ).map(([name, figure]) => [
        name,
        printable(leastText(figure)),
        printable(figure.formula),
        printable(figure.source),
      ]),
    )}
    ${table(
      "Costs by item",
      ["Item", "When", "Quantity", "Cost", "Formula"],
      costs.items.map(({ item, state, quantity, cost }) => [
        printable(item),
        state === "replication" ? "replication, a month" : "drills, a year",
        quantity,
        printable(figureText(cost)),
        printable(cost.formula),
      ]),
    )}
  </section>`;
}
