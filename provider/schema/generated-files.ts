import { configuration } from "../configuration";
import { packageName } from "../package-name";
import type { ResourceDefinition } from "../resource-definition";
import { packageSchema, type ComponentSchema } from "./package-schema";
import { kebab, pageName, resourceIndex, resourcePage } from "./resource-page";
import { classModule, indexModule, providerModule } from "./typescript-class";

/**
 * Every file that follows from the definitions, by its path in the checkout; not formatted yet.
 *
 * @param version of the npm package.
 */
export function generatedFiles(
  definitions: readonly ResourceDefinition[],
  version: string,
): ReadonlyMap<string, string> {
  const modules = new Map([
    ["provider.gen", providerModule(configuration, packageName)],
    ...definitions.map((one) => [`${kebab(one.name)}.gen`, classModule(one)] as const),
  ]);
  const plugin = { resource: true, name: packageName, version };
  return new Map([
    ["pulumi-plugin.json", JSON.stringify(plugin, undefined, 2)],
    ...[...modules].map(([file, text]) => [`provider/resources/${file}.ts`, text] as const),
    ["provider/resources/index.gen.ts", indexModule([...modules.keys()])],
    ["docs/provider/index.md", resourceIndex(definitions, configuration)],
    ...definitions.map((one) => [`docs/provider/${pageName(one.name)}`, resourcePage(one)] as const),
  ]);
}

/** Path and text of the package schema; components are written in the classes that {@link generatedFiles} makes. */
export function schemaFile(
  definitions: readonly ResourceDefinition[],
  version: string,
  components: ComponentSchema,
): readonly [path: string, text: string] {
  const schema = packageSchema(definitions, version, components);
  // As `pulumi package get-schema` writes it: Go escapes what could end a script in a web page.
  const text = JSON.stringify(schema, undefined, 2).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return ["provider/schema.json", `${text}\n`];
}
