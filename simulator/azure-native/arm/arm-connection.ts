import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";

/** Where Azure Resource Manager is and who signs in. */
export interface ArmConnection {
  /** https address of ARM, without a slash at the end. */
  readonly endpoint: string;
  /** https address that issues tokens, without a slash at the end. */
  readonly authorityHost: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Certificates to trust, PEM. */
  readonly ca: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The connection from the provider's configuration and the environment; the configuration wins.
 *
 * @throws Error naming what is missing, or when an address is not https.
 */
export function armConnection(configuration: Environment, environment: Environment): ArmConnection {
  const extraCertificates = environment["NODE_EXTRA_CA_CERTS"];
  return {
    endpoint: httpsAddress("ASR_ARM_ENDPOINT", environment["ASR_ARM_ENDPOINT"]),
    authorityHost: httpsAddress("AZURE_AUTHORITY_HOST", environment["AZURE_AUTHORITY_HOST"]),
    subscriptionId: setting("subscriptionId", "ARM_SUBSCRIPTION_ID"),
    tenantId: setting("tenantId", "ARM_TENANT_ID"),
    clientId: setting("clientId", "ARM_CLIENT_ID"),
    clientSecret: setting("clientSecret", "ARM_CLIENT_SECRET"),
    // Given to each connection instead of relying on Node, which reads the variable only when it starts.
    ca: [...rootCertificates, ...(extraCertificates ? [readFileSync(extraCertificates, "utf8")] : [])],
  };

  function setting(name: string, variable: string): string {
    const value = configuration[name] || environment[variable];
    if (value) return value;
    throw new Error(
      `${variable} is not set: this azure-native plugin works only inside \`asr simulate -- <command>\`.`,
    );
  }
}

function httpsAddress(variable: string, value: string | undefined): string {
  if (!value) {
    throw new Error(
      `${variable} is not set: this azure-native plugin works only inside \`asr simulate -- <command>\`.`,
    );
  }
  if (!URL.canParse(value) || new URL(value).protocol !== "https:") {
    throw new Error(
      `${variable} is ${value}, which is no https address: Azure is never spoken to in the clear.`,
    );
  }
  return value.replace(/\/+$/, "");
}
