import { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";

/** What the engine's configuration says about one policy. */
export interface ConfiguredPolicy {
  readonly name: string;
  /** Names of its settings besides the level. */
  readonly settings: readonly string[];
}

/** Of the last configuration; undefined where none was seen. */
let configured: readonly ConfiguredPolicy[] | undefined;
let recording = false;

/** The policies that the configuration of this run names, `all` among them; undefined where that was not seen. */
export function configuredPolicies(): readonly ConfiguredPolicy[] | undefined {
  return configured;
}

/**
 * Remembers which policies a configuration names. The engine sends every name on, but @pulumi/policy 1.21 hands a
 * policy its own settings alone, so that a misspelt name would go unnoticed and the rule keep its level. Where the SDK
 * reads its configuration in another way nothing is remembered; a contract test watches that it does not.
 *
 * It changes the SDK of the whole process, so only who owns its process may call it: an entry file, or a pack.
 */
export function recordConfiguredPolicies(
  request: typeof ConfigureAnalyzerRequest = ConfigureAnalyzerRequest,
): void {
  if (recording) return;
  recording = true;
  const { prototype } = request;
  const read = Reflect.get(prototype, "getPolicyconfigMap");
  prototype.getPolicyconfigMap = function (this: ConfigureAnalyzerRequest, ...rest: []) {
    const map = read.apply(this, rest);
    const seen: ConfiguredPolicy[] = [];
    map.forEach((config, name) => {
      seen.push({ name, settings: Object.keys(config.getProperties()?.toJavaScript() ?? {}) });
    });
    configured = seen;
    return map;
  };
}
