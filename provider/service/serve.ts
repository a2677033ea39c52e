import { servePlugin, type RunningPlugin } from "../../plugin-protocol/plugin-server";
import type { ResourceDefinition } from "../resource-definition";
import { ProviderSession } from "./provider-session";
import { resourceProviderService } from "./resource-provider-service";

export interface PluginOptions {
  readonly definitions: readonly ResourceDefinition[];
  readonly version: string;
  /** Variables that complete the configuration. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Host and port of the engine, where it is known already. */
  readonly engineAddress?: string;
}

/** Serves the provider on a free port of the loopback interface. */
export function serveProvider({
  definitions,
  version,
  environment,
  engineAddress = "",
}: PluginOptions): Promise<RunningPlugin> {
  const session = new ProviderSession(environment, version);
  session.attach(engineAddress);
  return servePlugin(session, resourceProviderService(session, definitions, version));
}
