import { servePlugin, type RunningPlugin } from "../../../plugin-protocol/plugin-server";
import { ProviderSession } from "./provider-session";
import { resourceProviderService } from "./resource-provider-service";

/**
 * Serves the provider on a free port of the loopback interface.
 *
 * @param environment variables that say where Azure Resource Manager is.
 */
export function serveAzureNative(
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
  engineAddress = "",
): Promise<RunningPlugin> {
  const session = new ProviderSession(environment);
  session.log.connect(engineAddress);
  return servePlugin(session, resourceProviderService(session, version));
}
