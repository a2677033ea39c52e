const isoTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Milliseconds since 1970 of a time of ISO 8601; without a zone it is one of UTC. Other notations swap day and month
 * from one country to the next: undefined.
 */
export function sampleTime(text: string): number | undefined {
  const [, date, clock = "00:00", zone = "Z"] = isoTime.exec(text) ?? [];
  if (date === undefined) return undefined;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const time = Date.parse(`${date}T${clock.replace(",", ".")}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}
