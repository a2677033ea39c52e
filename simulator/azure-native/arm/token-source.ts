import { isObject, stringAt } from "../../json";
import type { ArmConnection } from "./arm-connection";
import { ArmFailure } from "./arm-failure";
import type { HttpsTransport } from "./https-transport";

/** Access tokens of a service principal by its client credentials, kept until shortly before they expire. */
export class TokenSource {
  #token: Promise<{ readonly value: string; readonly validUntil: number }> | undefined;

  constructor(
    private readonly connection: ArmConnection,
    private readonly transport: HttpsTransport,
  ) {}

  /** A token for Azure Resource Manager. */
  async token(): Promise<string> {
    this.#token ??= this.#signIn();
    try {
      const { value, validUntil } = await this.#token;
      if (Date.now() < validUntil) return value;
    } catch (error) {
      this.#token = undefined;
      throw error;
    }
    this.#token = this.#signIn();
    return (await this.#token).value;
  }

  /** Forgets a token that the service refused. */
  forget(): void {
    this.#token = undefined;
  }

  async #signIn(): Promise<{ readonly value: string; readonly validUntil: number }> {
    const { authorityHost, tenantId, clientId, clientSecret, endpoint } = this.connection;
    const url = `${authorityHost}/${tenantId}/oauth2/v2.0/token`;
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${endpoint}/.default`,
    });
    const answer = await this.transport.send({
      method: "POST",
      url,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: form.toString(),
    });
    const body = isObject(answer.body) ? answer.body : {};
    const value = stringAt(body, "access_token");
    if (answer.status !== 200 || value === undefined) {
      // The body of a token endpoint names the fault in two flat strings.
      const reason = stringAt(body, "error_description") ?? stringAt(body, "error") ?? "no reason given";
      throw new ArmFailure(`Signing in at ${url} failed with ${answer.status}: ${reason}`, answer.status, []);
    }
    const lifetimeInSeconds = Number(body["expires_in"] ?? 0);
    return { value, validUntil: Date.now() + Math.max(0, lifetimeInSeconds - 60) * 1000 };
  }
}
