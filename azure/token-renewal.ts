import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/identity";
import type { PipelinePolicy } from "@azure/core-rest-pipeline";

/** A credential whose cached tokens can be thrown away: whoever signs in is made anew. */
export class RenewableCredential implements TokenCredential {
  #current: TokenCredential;

  /** @param make prepares signing in; the credential it returns caches its tokens. */
  constructor(private readonly make: () => TokenCredential) {
    this.#current = make();
  }

  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
    return this.#current.getToken(scopes, options);
  }

  renew(): void {
    this.#current = this.make();
  }
}

/**
 * Answers a 401 by signing in anew and sending the request once more: a token can be revoked, or expire during an
 * operation of hours, while the client's cache holds it to be good.
 */
export function tokenRenewalPolicy(credential: RenewableCredential, scope: string): PipelinePolicy {
  const replacements = new Map<string, string>();
  return {
    name: "tokenRenewal",
    sendRequest: async (request, next) => {
      const sent = request.headers.get("authorization") ?? "";
      const known = replacements.get(sent);
      if (known !== undefined) request.headers.set("authorization", known);
      const response = await next(request);
      if (response.status !== 401) return response;
      credential.renew();
      const token = await credential.getToken(scope);
      if (token === null) return response;
      const fresh = `Bearer ${token.token}`;
      replacements.set(sent, fresh);
      request.headers.set("authorization", fresh);
      return next(request);
    },
  };
}
