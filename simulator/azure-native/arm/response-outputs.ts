import { isObject, type JsonObject } from "../../json";
import type { ResourceType } from "../types/resource-type";
import type { PropertyMap, PropertyValue } from "../../../plugin-protocol/property-value";

/** The outputs of a resource from ARM's answer. The id is not one of them: the engine keeps it apart. */
export function outputsOf(type: ResourceType, body: JsonObject): PropertyMap {
  const names = new RenamedBack(type);
  const outside = Object.entries(body).filter(
    ([key]) => key !== "id" && (key !== "properties" || type.layout === "nested"),
  );
  const inside =
    type.layout !== "nested" && isObject(body["properties"]) ? Object.entries(body["properties"]) : [];
  const outputs: Record<string, PropertyValue> = {};
  for (const [key, value] of [...outside, ...inside]) {
    const name = names.at("", key);
    const output = outputValue(type, names, name, value);
    if (output !== undefined) outputs[name] = output;
  }
  return { ...outputs, azureApiVersion: type.apiVersion };
}

function outputValue(
  type: ResourceType,
  names: RenamedBack,
  path: string,
  value: unknown,
): PropertyValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item) => outputValue(type, names, path, item) ?? null);
  if (!isObject(value)) return value as PropertyValue;
  const outputs: Record<string, PropertyValue> = {};
  for (const [key, child] of Object.entries(isEmbedded(type, path, value) ? lifted(value) : value)) {
    const name = names.at(path, key);
    const output = outputValue(type, names, `${path}.${name}`, child);
    if (output !== undefined) outputs[name] = output;
  }
  return outputs;
}

/** Whether a value below the root is an ARM resource whose `properties` azure-native flattens. */
function isEmbedded(type: ResourceType, path: string, value: JsonObject): boolean {
  if (type.layout !== "flattened" || !isObject(value["properties"])) return false;
  return type.embedded.has(path.slice(path.lastIndexOf(".") + 1)) || typeof value["id"] === "string";
}

function lifted(value: JsonObject): JsonObject {
  const { properties, ...outside } = value;
  return { ...outside, ...(properties as JsonObject) };
}

/** Finds azure-native's name of an ARM property by where it stands. */
class RenamedBack {
  readonly #names = new Map<string, string>();

  constructor(type: ResourceType) {
    for (const [path, armName] of Object.entries(type.renames)) {
      const dot = path.lastIndexOf(".");
      this.#names.set(`${path.slice(0, Math.max(dot, 0))} ${armName}`, path.slice(dot + 1));
    }
  }

  at(parent: string, armName: string): string {
    return this.#names.get(`${parent} ${armName}`) ?? armName;
  }
}
