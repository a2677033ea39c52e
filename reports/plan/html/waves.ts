import type { Plan } from "../../../estate/plan";
import { html, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";
import { table } from "./figures";

/** Applications of a wave that are named; plan.json has all of them. */
const mostApplications = 20;

/** The waves, each of them a recovery plan. */
export function wavesSection({ waves }: Plan): Markup {
  const late = waves.some(({ neededEarlier }) => neededEarlier.length > 0);
  return html` <section id="waves" aria-labelledby="waves-heading">
    <h2 id="waves-heading">Waves</h2>
    ${table(
      "Waves and their recovery plans",
      [
        "Wave",
        "Landing zone",
        "Recovery plan",
        "Machines",
        "Boot groups",
        "What belongs together",
        ...(late ? ["Needed by earlier waves"] : []),
      ],
      waves.map(({ wave, landingZone, recoveryPlan, machines, bootGroups, applications, neededEarlier }) => [
        wave,
        landingZone,
        recoveryPlan,
        machines,
        bootGroups,
        listed(applications.map(({ name, machines: count }) => `${name} (${count})`)),
        ...(late ? [listed(neededEarlier)] : []),
      ]),
    )}
  </section>`;
}

function listed(names: readonly string[]): string {
  const more = names.length - mostApplications;
  return printable(names.slice(0, mostApplications).join(", ")) + (more > 0 ? ` and ${more} more` : "");
}
