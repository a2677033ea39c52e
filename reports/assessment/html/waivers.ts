import type { Assessment, Waiver } from "../../../estate/assessment";
import { printable } from "../../printable-text";
import { html, type Markup } from "./markup";

/** Waivers that no longer do anything: somebody should renew or remove them. */
export function staleWaivers({ waivers }: Assessment): Markup | undefined {
  if (waivers.expired.length + waivers.unused.length === 0) return undefined;
  return html`
    <h3>Waivers that do nothing</h3>
    <ul>
      ${waivers.expired.map((waiver) => item(waiver, "has expired; what it covered counts in full"))}
      ${waivers.unused.map((waiver) => item(waiver, "names nothing that was found"))}
    </ul>
  `;
}

function item(waiver: Waiver, state: string): Markup {
  return html`<li>
    <code>${printable(waiver.rule)}</code> for ${printable(waiver.subject)} (${printable(waiver.owner)}, until
    ${waiver.expires}: ${printable(waiver.reason)}) ${state}.
  </li>`;
}
