import type { Plan } from "../../../estate/plan";
import type { Figure } from "../../../estate/planning/figure";
import type { ZoneSizing } from "../../../estate/planning/sizing";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { figureTable, table } from "./figures";

/** Landing zones with their accounts, servers and subscriptions. */
export function zonesSection({ zones, subscriptions }: Plan): Markup {
  return html` <section id="zones" aria-labelledby="zones-heading">
    <h2 id="zones-heading">Landing zones</h2>
    ${zones.length < 2 ? undefined : overview(zones)}
    ${zones.map((zone) => zoneMarkup(zone, zones.length < 2))}
    ${figureTable(
      "Protected disks of subscriptions",
      subscriptions.map(({ number, landingZones, protectedDisks }) => [
        `Subscription ${number}: landing zone ${landingZones.join(", ")}`,
        protectedDisks,
      ]),
    )}
  </section>`;
}

function overview(zones: readonly ZoneSizing[]): Markup {
  return table(
    "Landing zones and what they hold",
    ["Landing zone", "Machines", "Disks", "Recovery plans", "vCPUs", "Cache accounts", "Servers"],
    zones.map(({ landingZone, machines, disks, recoveryPlans, vcpus, cacheAccounts, servers }) => [
      landingZone,
      machines,
      disks,
      recoveryPlans,
      vcpus.value ?? "unknown",
      cacheAccounts.length,
      servers === undefined ? "none" : counted(servers.servers.length, servers.role),
    ]),
  );
}

function zoneMarkup(zone: ZoneSizing, alone: boolean): Markup {
  const figures: (readonly [string, Figure])[] = [["vCPUs, all machines at once", zone.vcpus]];
  for (const { number, kind, sku, location, machines, load } of zone.cacheAccounts) {
    const which = zone.cacheAccounts.length === 1 ? "the cache account" : `cache account ${number}`;
    const account = `${kind} ${sku} in ${location}, ${counted(machines, "machine")}`;
    figures.push([`Load of ${which}`, { ...load, formula: `${account}: ${load.formula}` }]);
  }
  if (zone.servers !== undefined) {
    figures.push([`${zone.servers.role}s by machines`, zone.servers.byMachines]);
    figures.push([`${zone.servers.role}s by churn`, zone.servers.byChurn]);
  }
  const title = `Landing zone ${zone.landingZone}: ${counted(zone.machines, "machine")}, ${counted(zone.disks, "disk")}, ${counted(zone.recoveryPlans, "recovery plan")}`;
  const content = html`${figureTable(`Sizing of landing zone ${zone.landingZone}`, figures)}
  ${zone.servers === undefined ? undefined : serverTable(zone.servers, zone.landingZone)}`;
  return alone
    ? html`<h3>${title}</h3>
        ${content}`
    : html`<details>
        <summary>${title}</summary>
        ${content}
      </details>`;
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
