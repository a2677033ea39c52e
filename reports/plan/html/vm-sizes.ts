import type { Plan } from "../../../estate/plan";
import { regionalQuota } from "../../../estate/planning/quota-list";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import { figureText } from "../figure-text";
import { table } from "./figures";

/** Sizes of virtual machines, and the quota that they need. */
export function vmSizesSection({ vmSizes, quotas }: Plan): Markup {
  const { rule, source, sizes, undecided, skipped } = vmSizes;
  return html` <section id="sizes" aria-labelledby="sizes-heading">
    <h2 id="sizes-heading">Sizes of virtual machines</h2>
    <p>${printable(rule)} <span class="limit">(${printable(source)})</span></p>
    ${
      sizes.length === 0
        ? undefined
        : table(
            "Machines by size",
            ["Size", "Family", "Machines"],
            sizes.map(({ name, family, machines }) => [
              printable(name),
              family === null ? "not in the list" : printable(family),
              machines,
            ]),
          )
    }
    ${
      undecided.length === 0
        ? undefined
        : table(
            "Machines without a size",
            ["Why", "Machines"],
            undecided.map(({ reason, machines }) => [printable(reason), machines]),
          )
    }
    ${
      skipped.length === 0
        ? undefined
        : html`<p>
            Not chosen from:
            ${skipped.map(({ reason, sizes: number }) => `${counted(number, "size")} ${reason}`).join(", ")}.
          </p>`
    }
    ${quotas.map(({ subscription, region, families }) =>
      table(
        `vCPU quota of subscription ${subscription} in ${printable(region)}`,
        ["Family", "Machines", "Needed", "Free", "To ask for", "Formula", "Source"],
        families.map(({ family, machines, needed, free, missing }) => [
          family === regionalQuota ? "all families" : printable(family),
          machines,
          printable(figureText(needed)),
          printable(figureText(free)),
          printable(figureText(missing)),
          printable(`${needed.formula}; free: ${free.formula}`),
          printable(`${needed.source}; ${free.source}`),
        ]),
      ),
    )}
  </section>`;
}
