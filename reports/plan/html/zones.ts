import type { Plan } from "../../../estate/plan";
import type { Figure } from "../../../estate/planning/figure";
import type { ZoneSizing } from "../../../estate/planning/sizing";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../counted";
import { figureTable, table } from "./figures";

/** Landing zones with their accounts, servers and subscriptions. */
export function zonesSection({ zones, subscriptions }: Plan): Markup {
  return html` <section id="zones" aria-labelledby="zones-heading">
    <h2 id="zones-heading">Landing zones</h2>
    ${zones.map(zoneMarkup)}
    ${figureTable(
      "Protected disks of subscriptions",
      subscriptions.map(({ number, landingZones, protectedDisks }) => [
        `Subscription ${number}: landing zone ${landingZones.join(", ")}`,
        protectedDisks,
      ]),
    )}
  </section>`;
}

function zoneMarkup(zone: ZoneSizing): Markup {
  const figures: (readonly [string, Figure])[] = [["vCPUs, all machines at once", zone.vcpus]];
  for (const { number, kind, sku, location, machines, load } of zone.cacheAccounts) {
    const which = zone.cacheAccounts.length === 1 ? "the cache account" : `cache account ${number}`;
    figures.push([`Load of ${which} (${kind}, ${sku}, ${location}, ${counted(machines, "machine")})`, load]);
  }
  if (zone.servers !== undefined) {
    figures.push([`${zone.servers.role}s by machines`, zone.servers.byMachines]);
    figures.push([`${zone.servers.role}s by churn`, zone.servers.byChurn]);
  }
  return html`
    <h3>
      Landing zone ${zone.landingZone}: ${counted(zone.machines, "machine")}, ${counted(zone.disks, "disk")},
      ${counted(zone.recoveryPlans, "recovery plan")}
    </h3>
    ${figureTable(`Sizing of landing zone ${zone.landingZone}`, figures)}
    ${zone.servers === undefined ? undefined : serverTable(zone.servers, zone.landingZone)}
  `;
}

function serverTable({ servers }: NonNullable<ZoneSizing["servers"]>, landingZone: number): Markup {
  return table(
    `Servers of landing zone ${landingZone}`,
    ["Server", "Machines", "Churn a day", "Size", "Remark"],
    servers.map(({ name, machines, dailyChurnGB, machinesOfUnknownChurn, size, warning }) => [
      name,
      machines.length,
      machinesOfUnknownChurn === 0
        ? `${dailyChurnGB} GB`
        : `at least ${dailyChurnGB} GB, unknown for ${counted(machinesOfUnknownChurn, "machine")}`,
      size === undefined || size.value === null ? "not documented" : `${size.value} ${size.unit}`,
      warning ?? "",
    ]),
  );
}
