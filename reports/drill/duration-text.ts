/** `3 min 5 s`, `1 h 2 min`, `45 s`; `unknown` for null. */
export function durationText(seconds: number | null): string {
  if (seconds === null) return "unknown";
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(rest > 0 && hours === 0 ? [`${rest} s`] : []),
  ];
  return parts.join(" ") || "0 s";
}

/** A change of a duration: `+12 s`, `-3 min`, `unchanged`. */
export function trendText(seconds: number | null): string {
  if (seconds === null) return "";
  if (Math.round(seconds) === 0) return "unchanged";
  return `${seconds > 0 ? "+" : "-"}${durationText(Math.abs(seconds))}`;
}

/** An ISO time as people read it: `2026-11-23 14:05:49 UTC`. */
export function timeText(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;
}
