import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  unknown,
  UnknownValue,
  type PropertyMap,
  type PropertyValue,
} from "./property-value";

// The engine's markers, from sdk/go/common/resource/properties.go and plugin/rpc.go of pulumi/pulumi.
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const assetSignatures: ReadonlySet<unknown> = new Set([
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
]);

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** One marker for each type the value will have: string, boolean, number, list, asset, archive, object. */
const unknownMarkers: ReadonlySet<string> = new Set([
  unknownString,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Reads the properties of a request. Nulls count as absent, as azure-native treats them. */
export function readProperties(struct: Struct | undefined): PropertyMap {
  return struct === undefined ? {} : readMap(struct.toJavaScript());
}

/** Properties for a response, with unknowns and secrets marked the engine's way. */
export function writeProperties(map: PropertyMap): Struct {
  return Struct.fromJavaScript(writeMap(map));
}

type WireObject = Record<string, JavaScriptValue>;

function readMap(wire: WireObject): PropertyMap {
  const map: Record<string, PropertyValue> = {};
  for (const [key, value] of Object.entries(wire)) {
    const read = readValue(value);
    if (read !== null) map[key] = read;
  }
  return map;
}

function readValue(wire: JavaScriptValue | undefined): PropertyValue {
  if (typeof wire === "string") return unknownMarkers.has(wire) ? unknown : wire;
  if (wire === null || wire === undefined || typeof wire !== "object") return wire ?? null;
  if (Array.isArray(wire)) return wire.map(readValue);
  const object = wire as WireObject;
  const signature = object[signatureKey];
  if (signature === undefined) return readMap(object);
  if (signature === secretSignature) return secretOf(readValue(object["value"]));
  if (signature === outputSignature) {
    const value = "value" in object ? readValue(object["value"]) : unknown;
    return object["secret"] === true ? secretOf(value) : value;
  }
  // A resource stands for its id; an unknown id is sent as an empty string.
  if (signature === resourceSignature) return readValue(object["id"] === "" ? unknownString : object["id"]);
  if (assetSignatures.has(signature))
    throw new Error("Assets and archives cannot be sent to Azure Resource Manager.");
  throw new Error(`The engine sent a value with the unknown signature ${JSON.stringify(signature)}.`);
}

function secretOf(value: PropertyValue): SecretValue {
  return value instanceof SecretValue ? value : new SecretValue(value);
}

function writeMap(map: PropertyMap): WireObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, writeValue(value)]));
}

function writeValue(value: PropertyValue): JavaScriptValue {
  if (value instanceof UnknownValue) return unknownString;
  if (value instanceof SecretValue)
    return { [signatureKey]: secretSignature, value: writeValue(value.value) };
  if (isPropertyList(value)) return value.map(writeValue);
  return isPropertyMap(value) ? writeMap(value) : value;
}
