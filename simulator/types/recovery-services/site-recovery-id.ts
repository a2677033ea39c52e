/** Site Recovery answers its own ids with a capital S. */
export function siteRecoveryId(id: string): string {
  return id.replace(/^\/subscriptions\//i, "/Subscriptions/");
}

/** The vault a Site Recovery id lies in. */
export function vaultIdOf(id: string): string {
  return /^.*?\/vaults\/[^/]+/i.exec(id)?.[0] ?? id;
}
