import type { Plan } from "../../../estate/plan";
import { html, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";
import { figureTable, table } from "./figures";

/** Space on volumes of Hyper-V hosts; nothing where none is known. */
export function volumesSection({ hyperVVolumes }: Plan): Markup | undefined {
  if (hyperVVolumes.length === 0) return undefined;
  return html` <section id="volumes" aria-labelledby="volumes-heading">
    <h2 id="volumes-heading">Volumes of Hyper-V hosts</h2>
    ${figureTable(
      "Space for changes that wait",
      hyperVVolumes.flatMap(({ owner, volume, need, missing }) => [
        [printable(`${owner} ${volume}: need`), need] as const,
        [printable(`${owner} ${volume}: to add`), missing] as const,
      ]),
    )}
  </section>`;
}

/** Addresses shown; plan.json has all of them. */
const mostAddresses = 500;

/** Fixed addresses at the recovery site; nothing where no machine has one. */
export function addressesSection({ addresses }: Plan): Markup | undefined {
  if (addresses.length === 0) return undefined;
  // Those that are lost first: they are what somebody has to do something about.
  const lost = addresses.filter(({ kept }) => !kept);
  const shown = [...lost, ...addresses.filter(({ kept }) => kept)].slice(0, mostAddresses);
  return html` <section id="addresses" aria-labelledby="addresses-heading">
    <h2 id="addresses-heading">Fixed addresses</h2>
    <p>${addresses.length - lost.length} kept, ${lost.length} not.</p>
    ${table(
      "Fixed addresses at the recovery site",
      ["Machine", "Address", "Subnet", "Kept", "Why"],
      shown.map(({ machine, address, subnet, subnetPrefix, kept, why }) => [
        printable(machine),
        printable(address),
        `${subnet} (${subnetPrefix})`,
        kept ? "yes" : "no",
        printable(why),
      ]),
    )}
    ${addresses.length > shown.length ? html`<p>… and ${addresses.length - shown.length} more in plan.json.</p>` : undefined}
  </section>`;
}
