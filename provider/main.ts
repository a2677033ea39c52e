/** Entry of the plugin `pulumi-resource-azure-siterecovery`. */
import { runPlugin } from "../plugin-protocol/run-plugin";
import { definitions } from "./definitions";
import { packageVersion } from "./package-name";
import { serveProvider } from "./service/serve";

runPlugin("pulumi-resource-azure-siterecovery", (engineAddress) =>
  serveProvider({ definitions, version: packageVersion(), environment: process.env, engineAddress }),
);
