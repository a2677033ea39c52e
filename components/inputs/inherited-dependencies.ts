import type * as pulumi from "@pulumi/pulumi";

/**
 * What a component was told to wait for, as an option for those of its children that the others wait for.
 *
 * Pulumi lets children be created after it, but keeps it in the state for the component alone: a destroy would, say, take the
 * vault's rights on its cache account away while machines still replicate.
 */
export function inheritedDependencies(
  opts: pulumi.ComponentResourceOptions | undefined,
): Pick<pulumi.CustomResourceOptions, "dependsOn"> {
  return opts?.dependsOn === undefined ? {} : { dependsOn: opts.dependsOn };
}
