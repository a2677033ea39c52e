import { landingZoneJsonSchema } from "../../../../landing-zone/document";

interface Spec {
  readonly const?: unknown;
  readonly type?: string;
  readonly anyOf?: readonly Spec[];
  readonly properties?: Readonly<Record<string, Spec>>;
  readonly items?: Spec;
  readonly additionalProperties?: Spec | boolean;
}

/**
 * Every value of the landing-zone document by its path: `machines{}.disks[].sizeGiB`. `{}` stands for any key, `[]`
 * for any place, and `<id>` for the form of a level that names an existing resource.
 */
export const documentPaths: readonly string[] = pathsOf(landingZoneJsonSchema(), "");

function pathsOf(spec: Spec, path: string): readonly string[] {
  const forms = (spec.anyOf ?? []).filter(({ type, const: value }) => type !== "null" && value === undefined);
  if (forms.length === 1 && forms[0] !== undefined) return pathsOf(forms[0], path);
  if (forms.length > 1) {
    return forms.flatMap((form) =>
      pathsOf(form, form.properties?.["id"] === undefined ? path : `${path}<id>`),
    );
  }
  if (spec.properties !== undefined) {
    return Object.entries(spec.properties).flatMap(([name, each]) =>
      pathsOf(each, path === "" ? name : `${path}.${name}`),
    );
  }
  if (spec.items !== undefined) return pathsOf(spec.items, `${path}[]`);
  if (typeof spec.additionalProperties === "object") return pathsOf(spec.additionalProperties, `${path}{}`);
  return [path];
}
