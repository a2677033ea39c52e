import { readFileSync } from "node:fs";

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
  /** Certificates to trust, PEM; undefined: those that Node trusts. */
  readonly ca: string | undefined;
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
    // Handed to each connection, because Node reads the variable only when it starts. Nobody but the simulator is
    // spoken to, so its certificate replaces the public ones, which every new connection would have to parse.
    ca: extraCertificates ? readFileSync(extraCertificates, "utf8") : undefined,
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
