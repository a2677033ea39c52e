/** The subscription that an id lies in; empty for what is no id. */
export function subscriptionIdOf(id: string): string {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? "";
}
