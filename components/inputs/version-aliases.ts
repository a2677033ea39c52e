import type * as pulumi from "@pulumi/pulumi";

/**
 * azure-native gives every resource an alias for each API version it ever had: 30 to 60 of them, which makes
 * most of the time and memory of a preview. They only matter to stacks deployed by azure-native 2 or older.
 */
const versionedToken = /^azure-native:[a-z0-9]+\/v\d/i;

/**
 * Options of a component whose children carry no version aliases. Aliases the user gave stay, and so do those
 * that azure-native adds for renamed modules.
 *
 * @param keepVersionAliases Leaves everything as azure-native made it. Default: what the component does that this one is
 * in, so that a landing zone decides for all of its parts; else false.
 */
export function withoutVersionAliases(
  opts: pulumi.ComponentResourceOptions | undefined,
  keepVersionAliases: boolean | undefined,
): pulumi.ComponentResourceOptions {
  const keep = keepVersionAliases ?? (opts?.parent !== undefined && keeping.has(opts.parent));
  const transformation = keep ? rememberKeeping : dropVersionAliases;
  return { ...opts, transformations: [...(opts?.transformations ?? []), transformation] };
}

/** Components that keep the aliases, and all that is in them. */
const keeping = new WeakSet<pulumi.Resource>();

const rememberKeeping: pulumi.ResourceTransformation = ({ resource }) => {
  keeping.add(resource);
  return undefined;
};

/** A transformation, not a transform: it runs inside the program and costs no call to the engine. */
const dropVersionAliases: pulumi.ResourceTransformation = ({ props, opts }) => {
  if (opts.aliases === undefined) return undefined;
  const aliases = opts.aliases.filter((alias) => !isVersionAlias(alias));
  return aliases.length === opts.aliases.length ? undefined : { props, opts: { ...opts, aliases } };
};

function isVersionAlias(alias: pulumi.Input<string | pulumi.Alias>): boolean {
  if (typeof alias !== "object" || !("type" in alias)) return false;
  // An alias that says anything besides the type was written by a user.
  const { type, ...rest } = alias;
  return typeof type === "string" && versionedToken.test(type) && Object.keys(rest).length === 0;
}
