/**
 * Entry of the plugin `pulumi-resource-azure-native`: a stand-in for the real azure-native that works against
 * the simulator.
 */
import { runPlugin } from "../../plugin-protocol/run-plugin";
import { serveAzureNative } from "./service/serve";

/** Version of @pulumi/azure-native whose types, inputs and API versions the type table describes. */
const azureNativeVersion = "3.28.0";

runPlugin("pulumi-resource-azure-native", (engineAddress) =>
  serveAzureNative(process.env, azureNativeVersion, engineAddress),
);
