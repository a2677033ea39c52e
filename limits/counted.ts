/** `1 machine`, `3 machines`; with `plural` where an s does not do. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
