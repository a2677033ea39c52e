import { SecretValue, type PropertyMap, type PropertyValue } from "../../plugin-protocol/property-value";
import { configuration } from "../configuration";
import { checkShape, type Shaped } from "../shape/check-shape";

/** What the engine adds to every provider's inputs. */
const engineNames: readonly string[] = ["version", "pluginDownloadURL"];

/** Holds the provider's configuration against its description; values that the engine sends as JSON text are read. */
export function checkConfiguration(given: PropertyMap): Shaped {
  const own = Object.entries(given).filter(([name]) => !engineNames.includes(name));
  const read = Object.fromEntries(own.map(([name, value]) => [name, readSetting(name, value)]));
  const shaped = checkShape(read, configuration);
  const engines = Object.entries(given).filter(([name]) => engineNames.includes(name));
  return { ...shaped, inputs: { ...Object.fromEntries(engines), ...shaped.inputs } };
}

function readSetting(name: string, value: PropertyValue): PropertyValue {
  if (value instanceof SecretValue) return new SecretValue(readSetting(name, value.value));
  if (configuration[name]?.type !== "boolean" || typeof value !== "string") return value;
  if (/^(?:true|1|yes)$/i.test(value)) return true;
  return /^(?:false|0|no)$/i.test(value) ? false : value;
}
