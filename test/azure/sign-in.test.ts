import { webcrypto } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AggregateAuthenticationError, CredentialUnavailableError } from "@azure/identity";
import * as x509 from "@peculiar/x509";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { azureErrorOf } from "../../azure/azure-error";
import { azureSettings, type AzureSettings } from "../../azure/azure-settings";
import { connect } from "../../azure/connection";
import { startSimulator, type Simulator } from "../../simulator/server";
import { trust } from "../simulator/trust";

let simulator: Simulator;
let distrust: () => void;
let folder: string;
/** Plays the pipeline that issues OIDC tokens and the machine's identity endpoint. */
let issuer: Server;
let issuerUrl: string;
const asked: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];

beforeAll(async () => {
  simulator = await startSimulator();
  distrust = trust(simulator);
  folder = await mkdtemp(join(tmpdir(), "asr-sign-in-"));
  issuer = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    const refused = request.headers.authorization === "Bearer wrong";
    response.writeHead(refused ? 403 : 200, { "content-type": "application/json" });
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    response.end(
      JSON.stringify({
        value: "pipeline-token",
        access_token: "machine-token",
        expires_on: String(inAnHour),
      }),
    );
  });
  await new Promise<void>((resolve) => {
    issuer.listen(0, "127.0.0.1", resolve);
  });
  issuerUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/token`;
});
afterAll(async () => {
  issuer.close();
  distrust();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked.length = 0;
});

const application = (): AzureSettings => ({
  tenantId: simulator.tenantId,
  clientId: simulator.clientId,
  endpoint: simulator.endpoint,
  subscriptionId: simulator.subscriptionId,
});
/** Signs in and asks for something: what Azure answers, or the code of the refusal. */
async function answerTo(settings: AzureSettings): Promise<string> {
  try {
    const { arm } = await connect(settings, "test", { retryDelayInMs: 1 });
    const groups = await arm.list(`/subscriptions/${simulator.subscriptionId}/resourceGroups`, "2024-03-01");
    return `${groups.length} groups`;
  } catch (error) {
    const { code, message } = azureErrorOf(error);
    expect(message).not.toContain("\n");
    return `${code}: ${message}`;
  }
}

async function certificateFile(): Promise<string> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
  };
  x509.cryptoProvider.set(webcrypto);
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=application",
    keys,
    signingAlgorithm: algorithm,
  });
  const key = x509.PemConverter.encode(
    await webcrypto.subtle.exportKey("pkcs8", keys.privateKey),
    "PRIVATE KEY",
  );
  const file = join(folder, "application.pem");
  await writeFile(file, `${key}\n${certificate.toString("pem")}\n`);
  return file;
}

describe("signing in", () => {
  it("works by a secret", async () => {
    expect(await answerTo({ ...application(), clientSecret: simulator.clientSecret })).toBe("0 groups");
  });

  it("works by a certificate", async () => {
    expect(await answerTo({ ...application(), clientCertificatePath: await certificateFile() })).toBe(
      "0 groups",
    );
  });

  it("works by an OIDC token, given, in a file or from a pipeline", async () => {
    const tokenFile = join(folder, "token");
    await writeFile(tokenFile, "token-in-a-file\n");
    const oidc = { ...application(), useOidc: true };
    expect(await answerTo({ ...oidc, oidcToken: "token" })).toBe("0 groups");
    expect(await answerTo({ ...oidc, oidcTokenFilePath: tokenFile })).toBe("0 groups");
    expect(await answerTo({ ...oidc, oidcRequestUrl: issuerUrl, oidcRequestToken: "bearer" })).toBe(
      "0 groups",
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked[0]?.url).toContain("audience=api%3A%2F%2FAzureADTokenExchange");
    expect(asked[0]?.headers["authorization"]).toBe("Bearer bearer");
  });

  it("works by the identity of the machine", async () => {
    vi.stubEnv("IDENTITY_ENDPOINT", issuerUrl);
    vi.stubEnv("IDENTITY_HEADER", "header");
    const { credential, cloud } = await connect({ useMsi: true, environment: "public" }, "test");
    expect((await credential.getToken(cloud.scope))?.token).toBe("machine-token");
    expect(asked[0]?.headers["x-identity-header"]).toBe("header");
    vi.unstubAllEnvs();
  });

  it("works through the metadata of a custom cloud", async () => {
    const { endpoint: _, ...others } = application();
    const settings = {
      ...others,
      metadataHost: new URL(simulator.endpoint).host,
      clientSecret: simulator.clientSecret,
    };
    expect(await answerTo(settings)).toBe("0 groups");
  });

  it("is done anew when tokens have expired", async () => {
    const settings = { ...application(), clientSecret: simulator.clientSecret };
    const { arm } = await connect(settings, "test", { retryDelayInMs: 1 });
    const list = () => arm.list(`/subscriptions/${simulator.subscriptionId}/resourceGroups`, "2024-03-01");
    expect(await list()).toEqual([]);
    // Tokens carry whole seconds.
    vi.useFakeTimers({ now: Date.now() + 5000, toFake: ["Date"] });
    simulator.expireTokens();
    vi.setSystemTime(Date.now() + 5000);
    expect(await list()).toEqual([]);
    expect(await list()).toEqual([]);
    vi.useRealTimers();
  });
});

describe("a sign-in that cannot work", () => {
  it.each([
    ["SignInIncomplete: Signing in needs tenantId", { clientId: "c", clientSecret: "s" }],
    ["SignInIncomplete: Signing in needs clientId", { tenantId: "t", clientSecret: "s" }],
    ["SignInIncomplete: Signing in needs clientId", { tenantId: "t", clientCertificatePath: "/none.pem" }],
    ["SignInIncomplete: Signing in needs tenantId", { clientId: "c", useOidc: true, oidcToken: "t" }],
    ['UnknownCloud: The Azure cloud "mars" is not known', { environment: "mars" }],
    ['NotHttps: endpoint is "http://arm.local"', { endpoint: "http://arm.local" }],
  ] as const)("%s", async (said, settings) => {
    expect(await answerTo(settings)).toContain(said);
  });

  it("names what OIDC lacks", async () => {
    expect(await answerTo({ ...application(), useOidc: true })).toMatch(
      /oidcToken.*oidcTokenFilePath.*oidcRequestUrl/,
    );
  });

  it("says that the pipeline refuses", async () => {
    const settings = {
      ...application(),
      useOidc: true,
      oidcRequestUrl: issuerUrl,
      oidcRequestToken: "wrong",
    };
    expect(await answerTo(settings)).toMatch(/answered 403/);
  });

  it("says that the secret is wrong", async () => {
    expect(await answerTo({ ...application(), clientSecret: "wrong" })).toMatch(/Invalid client secret/);
  });

  it("says that nobody is signed in, with what the Azure CLI answers", () => {
    const errors = ["EnvironmentCredential is unavailable. Headers: {}", "Please run 'az login'\nfirst."].map(
      (message) => new CredentialUnavailableError(message),
    );
    const { code, message } = azureErrorOf(new AggregateAuthenticationError(errors, "all failed"));
    expect(code).toBe("NotSignedIn");
    expect(message).toMatch(
      /^Nobody is signed in .*; Azure CLI: Please run 'az login' first\. Run az login, or set ARM_/,
    );
    expect(message).not.toContain("Headers");
  });

  it("says that the metadata cannot be read", async () => {
    expect(await answerTo({ metadataHost: "127.0.0.1:1" })).toContain("CloudMetadataUnreadable");
  });
});

describe("clouds", () => {
  it.each([
    ["public", "https://management.azure.com", "https://login.microsoftonline.com"],
    ["AzureUSGovernment", "https://management.usgovcloudapi.net", "https://login.microsoftonline.us"],
    ["usgov", "https://management.usgovcloudapi.net", "https://login.microsoftonline.us"],
    ["china", "https://management.chinacloudapi.cn", "https://login.chinacloudapi.cn"],
    ["AzureChinaCloud", "https://management.chinacloudapi.cn", "https://login.chinacloudapi.cn"],
  ])("%s is reached at %s and signs in at %s", async (environment, endpoint, authorityHost) => {
    const { cloud } = await connect({ environment }, "test");
    expect(cloud).toMatchObject({ endpoint, authorityHost, scope: `${endpoint}/.default`, custom: false });
  });
});

describe("settings", () => {
  it("come from the configuration first, then from the environment, ARM before AZURE", () => {
    const environment = {
      ARM_TENANT_ID: "arm",
      AZURE_TENANT_ID: "azure",
      AZURE_CLIENT_ID: "client",
      ARM_USE_MSI: "true",
    };
    expect(azureSettings({ subscriptionId: "given", tenantId: "" }, environment)).toEqual({
      subscriptionId: "given",
      tenantId: "arm",
      clientId: "client",
      useMsi: true,
    });
  });
});
