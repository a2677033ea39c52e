import { knownObjects, knownString } from "../facts/known";
import type { Host, Site } from "../facts/site";

/** `host esx1`, or by position where it has no name. */
export function hostSubject(host: Partial<Host>, index?: number): string {
  const name = knownString(host.name);
  if (name !== undefined) return `host ${name}`;
  return index === undefined ? "host" : `host ${index + 1}`;
}

/** The hosts of one kind; hosts of which the kind is not known belong to the scenario's kind. */
export function hostsOf(site: Site, kind: NonNullable<Host["kind"]>): readonly Partial<Host>[] | undefined {
  return knownObjects(site.hosts)?.filter((host) => (host.kind ?? kind) === kind);
}
