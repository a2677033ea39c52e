import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, rawAzure, tokenForm, tokenFrom, type RawAzure } from "./raw-client";

let azure: RawAzure;
beforeAll(async () => {
  azure = await rawAzure();
});
afterAll(() => azure.close());

const address = () => `/subscriptions/${azure.simulator.subscriptionId}?api-version=2022-12-01`;

describe("sign-in", () => {
  it("demands a bearer token and says where to get one", async () => {
    const answer = await azure.sendUnsigned("GET", address());
    expect([answer.status, codeOf(answer)]).toEqual([401, "AuthenticationFailed"]);
    expect(answer.headers["www-authenticate"]).toContain(
      `authorization_uri="${azure.simulator.endpoint}/${azure.simulator.tenantId}"`,
    );
  });

  it("refuses a token it did not issue, and one that was altered", async () => {
    const token = await tokenFrom(azure.simulator, azure.sendUnsigned);
    const altered = token.replace(
      /\.[^.]+\./,
      `.${Buffer.from(JSON.stringify({ exp: 9e9, iat: 9e9 })).toString("base64url")}.`,
    );
    for (const bad of ["rubbish", "a.b.c", altered]) {
      const answer = await azure.sendUnsigned("GET", address(), undefined, {
        authorization: `Bearer ${bad}`,
      });
      expect([answer.status, codeOf(answer)]).toEqual([401, "InvalidAuthenticationToken"]);
    }
  });

  it("refuses an expired token and takes a new one", async () => {
    const token = await tokenFrom(azure.simulator, azure.sendUnsigned);
    const headers = { authorization: `Bearer ${token}` };
    expect((await azure.sendUnsigned("GET", address(), undefined, headers)).status).toBe(200);
    azure.simulator.expireTokens();
    expect(codeOf(await azure.sendUnsigned("GET", address(), undefined, headers))).toBe(
      "ExpiredAuthenticationToken",
    );
    const renewed = await tokenFrom(azure.simulator, azure.sendUnsigned);
    const answer = await azure.sendUnsigned("GET", address(), undefined, {
      authorization: `Bearer ${renewed}`,
    });
    expect(answer.status).toBe(200);
  });

  it.each([
    ["a wrong secret", { client_secret: "wrong" }, 401, "invalid_client", 7000215],
    ["an unknown client", { client_id: "unknown" }, 401, "unauthorized_client", 700016],
    ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type", 70003],
    ["no scope", { scope: "" }, 400, "invalid_request", 900144],
  ])("refuses %s", async (_what, changes, status, error, number) => {
    const { simulator } = azure;
    const answer = await azure.sendUnsigned(
      "POST",
      `/${simulator.tenantId}/oauth2/v2.0/token`,
      tokenForm(simulator, changes),
    );
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_codes: [number] });
  });

  it("serves discovery of itself as authority and as cloud, in all three forms", async () => {
    const { endpoint, tenantId } = azure.simulator;
    const configuration = await azure.sendUnsigned(
      "GET",
      `/${tenantId}/v2.0/.well-known/openid-configuration`,
    );
    expect(configuration.body).toMatchObject({ token_endpoint: `${endpoint}/${tenantId}/oauth2/v2.0/token` });
    const instance = await azure.sendUnsigned("GET", "/common/discovery/instance?api-version=1.1");
    expect(instance.body).toMatchObject({ metadata: [{ preferred_network: new URL(endpoint).host }] });
    const metadata = async (version: string) =>
      (await azure.sendUnsigned("GET", `/metadata/endpoints?api-version=${version}`)).body;
    expect(await metadata("2022-09-01")).toMatchObject({
      resourceManager: `${endpoint}/`,
      authentication: { loginEndpoint: `${endpoint}/` },
    });
    expect(await metadata("2020-06-01")).toMatchObject([{ resourceManager: `${endpoint}/` }]);
    expect(await metadata("1.0")).toMatchObject({ graphEndpoint: `${endpoint}/` });
  });
});
