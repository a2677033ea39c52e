import { createHmac, timingSafeEqual } from "node:crypto";
import type { CloudIdentity } from "../cloud";
import { newGuid } from "../guid";

/** A plain answer of the sign-in service. */
export interface SignInAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const lifetimeInSeconds = 3599;

/** Microsoft Entra as far as a service principal needs it: discovery, tokens, and the check of a token. Real time, not simulated. */
export class SignIn {
  #notBefore = 0;

  constructor(private readonly identity: CloudIdentity) {}

  /** Makes every token issued so far an expired one. */
  expireTokens(): void {
    this.#notBefore = Date.now() / 1000;
  }

  /** `/{tenant}/[v2.0/].well-known/openid-configuration`. */
  openIdConfiguration(origin: string, tenant: string): SignInAnswer {
    const authority = `${origin}/${tenant}`;
    return {
      status: 200,
      body: {
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        token_endpoint_auth_methods_supported: [
          "client_secret_post",
          "private_key_jwt",
          "client_secret_basic",
        ],
        jwks_uri: `${authority}/discovery/v2.0/keys`,
        response_modes_supported: ["query", "fragment", "form_post"],
        subject_types_supported: ["pairwise"],
        id_token_signing_alg_values_supported: ["RS256"],
        response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
        scopes_supported: ["openid", "profile", "email", "offline_access"],
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        device_authorization_endpoint: `${authority}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
        cloud_instance_name: new URL(origin).host,
      },
    };
  }

  /** `/common/discovery/instance`. */
  instanceDiscovery(origin: string): SignInAnswer {
    const host = new URL(origin).host;
    return {
      status: 200,
      body: {
        tenant_discovery_endpoint: `${origin}/${this.identity.tenantId}/v2.0/.well-known/openid-configuration`,
        "api-version": "1.1",
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      },
    };
  }

  /** `POST /{tenant}/oauth2/v2.0/token` (or `/oauth2/token`) with client credentials. */
  token(tenant: string, form: URLSearchParams, authorization: string | undefined): SignInAnswer {
    const { identity } = this;
    if (tenant.toLowerCase() !== identity.tenantId.toLowerCase()) {
      return refusal(
        400,
        "invalid_request",
        90002,
        `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID.`,
      );
    }
    if (form.get("grant_type") !== "client_credentials") {
      return refusal(
        400,
        "unsupported_grant_type",
        70003,
        `The app requested an unsupported grant type '${form.get("grant_type") ?? ""}'.`,
      );
    }
    const [clientId, secret] = credentials(form, authorization);
    if (clientId?.toLowerCase() !== identity.clientId.toLowerCase()) {
      return refusal(
        401,
        "unauthorized_client",
        700016,
        `Application with identifier '${clientId ?? ""}' was not found in the directory.`,
      );
    }
    if (form.get("client_assertion") === null && secret !== identity.clientSecret) {
      return refusal(
        401,
        "invalid_client",
        7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.",
      );
    }
    const scope = form.get("scope") ?? form.get("resource") ?? "";
    const audience = scope.replace(/\/\.default$/, "");
    if (audience === "")
      return refusal(
        400,
        "invalid_request",
        900144,
        "The request body must contain the following parameter: 'scope'.",
      );
    return {
      status: 200,
      body: {
        token_type: "Bearer",
        expires_in: lifetimeInSeconds,
        ext_expires_in: lifetimeInSeconds,
        access_token: this.#issue(audience),
      },
    };
  }

  /** What is wrong with the Authorization header; undefined when nothing is. */
  check(authorization: string | undefined): { readonly code: string; readonly message: string } | undefined {
    if (authorization === undefined) {
      return {
        code: "AuthenticationFailed",
        message: "Authentication failed. The 'Authorization' header is missing.",
      };
    }
    const claims = this.#verify(/^Bearer\s+(\S+)$/i.exec(authorization)?.[1]);
    if (!claims) return { code: "InvalidAuthenticationToken", message: "The access token is invalid." };
    const now = Date.now() / 1000;
    if (claims.exp > now && claims.iat >= this.#notBefore) return undefined;
    const expiry = new Date(Math.min(claims.exp, now) * 1000).toISOString();
    return {
      code: "ExpiredAuthenticationToken",
      message: `The access token expiry UTC time '${expiry}' is earlier than current UTC time '${new Date().toISOString()}'.`,
    };
  }

  #issue(audience: string): string {
    const now = Date.now() / 1000;
    const { clientId, tenantId, objectId } = this.identity;
    const claims = {
      aud: audience,
      iss: `https://sts.windows.net/${tenantId}/`,
      iat: now,
      nbf: Math.floor(now),
      exp: Math.floor(now) + lifetimeInSeconds,
      appid: clientId,
      oid: objectId,
      tid: tenantId,
      uti: newGuid(),
      ver: "1.0",
    };
    const unsigned = [{ typ: "JWT", alg: "HS256" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    return `${unsigned}.${this.#sign(unsigned).toString("base64url")}`;
  }

  #verify(token: string | undefined): { readonly exp: number; readonly iat: number } | undefined {
    const [header, claims, signature] = (token ?? "").split(".");
    if (header === undefined || claims === undefined || signature === undefined) return undefined;
    const expected = this.#sign(`${header}.${claims}`);
    const given = Buffer.from(signature, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as { exp: number; iat: number };
  }

  /** Keyed by the client secret, so that tokens outlive a restart of the simulator. */
  #sign(text: string): Buffer {
    return createHmac("sha256", this.identity.clientSecret).update(text).digest();
  }
}

function credentials(
  form: URLSearchParams,
  authorization: string | undefined,
): readonly (string | undefined)[] {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  if (basic !== undefined)
    return Buffer.from(basic, "base64").toString("utf8").split(":").map(decodeURIComponent);
  return [form.get("client_id") ?? undefined, form.get("client_secret") ?? undefined];
}

function refusal(status: number, error: string, number: number, message: string): SignInAnswer {
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${number}: ${message}`,
      error_codes: [number],
      timestamp: new Date().toISOString(),
      trace_id: newGuid(),
      correlation_id: newGuid(),
    },
  };
}
