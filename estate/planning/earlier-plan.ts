import type { LandingZone } from "../../landing-zone/document";
import type { EstateMachine } from "../document";
import type { PlanScope } from "./scopes";

/** Where an earlier plan has a machine. */
export interface EarlierPlace {
  /** Number of its landing zone, from 1. */
  readonly number: number;
  /** Its key in the machines map. */
  readonly key: string;
}

/** Where machines are in the landing zones of an earlier plan, by identity, else by name. */
export class EarlierPlan {
  readonly #byId = new Map<string, EarlierPlace>();
  readonly #byName = new Map<string, EarlierPlace | "several">();

  constructor(readonly zones: readonly LandingZone[]) {
    zones.forEach((zone, index) => {
      const scope = scopeText(zone);
      for (const [key, { sourceId, sourceName }] of Object.entries(zone.machines ?? {})) {
        const place = { number: index + 1, key };
        if (sourceId !== undefined) this.#byId.set(`${scope} ${sourceId}`, place);
        const name = `${scope} ${(sourceName ?? key).toLowerCase()}`;
        // A name that two machines have tells neither of them.
        this.#byName.set(name, this.#byName.has(name) ? "several" : place);
      }
    });
  }

  placeOf(machine: EstateMachine, scope: PlanScope): EarlierPlace | undefined {
    if (machine.id !== undefined) {
      const known = this.#byId.get(`${scopeText(scope)} ${machine.id}`);
      if (known !== undefined) return known;
    }
    const named = this.#byName.get(`${scopeText(scope)} ${machine.name.toLowerCase()}`);
    return named === "several" ? undefined : named;
  }

  /** Numbers of the landing zones of a scope. */
  numbersOf(scope: PlanScope): readonly number[] {
    return this.zones.flatMap((zone, index) => (scopeText(zone) === scopeText(scope) ? [index + 1] : []));
  }
}

function scopeText({ scenario, experience }: PlanScope): string {
  return `${scenario} ${experience ?? ""}`;
}
