import { apiVersionOfToken } from "../types/token";
import { modelledTypes } from "../types/type-table";

/** One module of azure-native at one API version, as `pulumi package add azure-native storage v20240101` asks for. */
export interface Parameter {
  readonly module: string;
  /** As in tokens, e.g. `v20240101`. */
  readonly version: string;
}

/**
 * Reads the arguments of `pulumi package add azure-native <module> <version>`; the version may be written as
 * `v20240101` or `2024-01-01`.
 *
 * @throws Error when they are anything else, or no type of the module is modelled.
 */
export function parameterFrom(args: readonly string[]): Parameter {
  const [module = "", written = "", ...rest] = args;
  const version = /^\d/.test(written) ? `v${written.replaceAll("-", "")}` : written;
  if (rest.length > 0 || module === "" || apiVersionOfToken(version) === undefined) {
    throw new Error(
      `azure-native takes a module and an API version, such as storage v20240101, not: ${args.join(" ")}.`,
    );
  }
  if (!modelledTypes.some((type) => type.name.startsWith(`${module}:`))) {
    throw new Error(`The simulator models no type of the module ${module}.`);
  }
  return { module, version };
}

/** Name of the package that is generated for a parameter; its tokens begin with it. */
export function packageNameOf({ module, version }: Parameter): string {
  return `azure-native_${module}_${version}`;
}

/** What a generated package carries and sends back: the parameter as JSON in base64. */
export function encodeParameter(parameter: Parameter): string {
  return Buffer.from(JSON.stringify(parameter)).toString("base64");
}

/** @throws Error when the value was not written by {@link encodeParameter}. */
export function decodeParameter(value: string): Parameter {
  const { module, version } = JSON.parse(Buffer.from(value, "base64").toString("utf8")) as Partial<Parameter>;
  return parameterFrom([module ?? "", version ?? ""]);
}
