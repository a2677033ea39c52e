import type { Plan } from "../../../estate/plan";
import type { SizedMachine } from "../../../estate/planning/sized-machines";
import { html, type Content, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import { knownText } from "../figure-text";
import { table } from "./figures";

/** Machines shown; a static table of more is slow to open. plan.csv and plan.json have all of them. */
const mostMachines = 1000;

/** Every machine with its place and its disks. */
export function machinesSection({ machines }: Plan): Markup {
  const rest = machines.length - mostMachines;
  return html` <section id="machines" aria-labelledby="machines-heading">
    <h2 id="machines-heading">Machines</h2>
    ${table(
      "Machines by wave",
      ["Machine", "Landing zone", "Wave", "Recovery plan", "Size", "Churn a day", "Disks"],
      machines
        .slice(0, mostMachines)
        .map((machine) => [
          printable(machine.name),
          machine.landingZone,
          machine.wave,
          machine.recoveryPlan,
          sizeText(machine),
          knownText(machine.churn.dailyGB, "GB"),
          diskList(machine),
        ]),
    )}
    ${rest > 0 ? html`<p>… and ${counted(rest, "more machine")} in plan.csv and plan.json.</p>` : undefined}
  </section>`;
}

function sizeText({ vmSize }: SizedMachine): Content {
  if (vmSize === undefined) return "undecided";
  const notChecked = vmSize.notChecked ?? [];
  return html`<details>
    <summary>${printable(vmSize.name ?? "undecided")}</summary>
    <p>
      ${printable(vmSize.why)}
      ${notChecked.length === 0 ? undefined : printable(`Not checked: ${notChecked.join("; ")}.`)}
    </p>
  </details>`;
}

function diskList({ disks }: SizedMachine): Markup {
  const tiers = disks.flatMap(({ target }) => (target === undefined ? [] : [target.tier ?? "unknown"]));
  return html`<details>
    <summary>${tiers.join(", ") || "none"}</summary>
    <ul>
      ${disks.map(
        ({ name, sizeGiB, target }) =>
          html`<li>
            ${printable(name ?? "disk")}, ${knownText(sizeGiB, "GiB")}:
            ${target === undefined ? "left out of replication" : `${target.tier ?? target.type}. ${printable(target.why)}`}
            ${target === undefined ? undefined : html`<span class="limit">(${printable(target.source)})</span>`}
          </li>`,
      )}
    </ul>
  </details>`;
}
