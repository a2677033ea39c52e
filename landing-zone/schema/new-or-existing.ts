import { z } from "zod";

/**
 * Resource id of Azure. Compared without case, as Azure does; the type is checked so that a vault's id does
 * not end up where a network is expected.
 */
export function azureId(type: string): z.ZodString {
  const [provider, ...names] = type.split("/");
  const tail =
    type === "resourceGroups"
      ? ""
      : `/providers/${escape(provider ?? "")}${names.map((name) => `/${name}/[^/\\s]+`).join("")}`;
  return z
    .string()
    .regex(
      new RegExp(`^/subscriptions/[^/\\s]+/resourceGroups/[^/\\s]+${tail}$`, "i"),
      type === "resourceGroups"
        ? "Expected the id of a resource group: /subscriptions/…/resourceGroups/<name>"
        : `Expected the id of a ${type}: /subscriptions/…/resourceGroups/…/providers/${provider}${names
            .map((name) => `/${name}/<name>`)
            .join("")}`,
    );
}

/** A level of the landing zone: the `id` of an existing resource, or the arguments of a new one. */
export function newOrExisting<T extends z.ZodObject>(
  type: string,
  arguments_: T,
): z.ZodUnion<readonly [z.ZodObject<{ id: z.ZodString }, z.core.$strict>, T]> {
  // Existing first: where both fit equally badly, a value with an id was meant as one.
  return z.union([z.strictObject({ id: azureId(type) }), arguments_]);
}

function escape(text: string): string {
  return text.replace(/[.]/g, "\\.");
}

/** Azure region in its short form. */
export const region = z
  .string()
  .regex(/^[a-z][a-z0-9]+$/, "Expected a region in its short form, such as westeurope");

export const tags = z
  .record(z.string(), z.string())
  .meta({ description: "Tags of every resource that takes tags." });

/** Name of a thing, which terminals print as it is; what else Azure asks of it is checked where it is used. */
export const name = z
  .string()
  .regex(/\S/, "Expected a name that is not blank")
  .regex(/^\P{Cc}*$/u, "Expected a name without control characters");
