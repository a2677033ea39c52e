import { afterEach, describe, expect, it } from "vitest";
import { ArmClient } from "../../../simulator/azure-native/arm/arm-client";
import { armConnection } from "../../../simulator/azure-native/arm/arm-connection";
import { startFakeArm, type Answer, type Seen } from "./fake-arm";

const id = "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/one";
const signal = new AbortController().signal;
const notFound: Answer = {
  status: 404,
  body: { error: { code: "ResourceNotFound", message: "It is not there." } },
};

type Fake = Awaited<ReturnType<typeof startFakeArm>>;

describe("the client of Azure Resource Manager", () => {
  let fake: Fake | undefined;
  let client: ArmClient | undefined;
  let waits: number[] = [];

  afterEach(async () => {
    client?.close();
    await fake?.close();
    fake = undefined;
    client = undefined;
  });

  /** Answers one after the other; the last one again and again. */
  async function connected(answers: readonly Answer[] | ((request: Seen, origin: string) => Answer)) {
    let next = 0;
    waits = [];
    fake = await startFakeArm((request, origin) =>
      typeof answers === "function"
        ? answers(request, origin)
        : (answers[Math.min(next++, answers.length - 1)] ?? notFound),
    );
    client = new ArmClient(armConnection({}, fake.environment), (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    });
    return { fake, client };
  }

  const methods = (): readonly string[] =>
    fake?.seen.map((one) => `${one.method} ${one.url.split("?")[0] ?? ""}`) ?? [];

  it("waits as long as a throttling service asks, then repeats", async () => {
    const { client } = await connected([
      { status: 429, headers: { "retry-after": "7" } },
      { status: 200, body: { name: "one" } },
    ]);
    expect(await client.find(id, "2024-01-01", signal)).toEqual({ name: "one" });
    expect(waits).toEqual([7000]);
  });

  it("repeats after a broken connection", async () => {
    const { client } = await connected(["reset", { status: 200, body: { name: "one" } }]);
    expect(await client.find(id, "2024-01-01", signal)).toEqual({ name: "one" });
  });

  it("gives up on a service that never recovers, and says what it answered", async () => {
    const { client, fake } = await connected([
      {
        status: 503,
        headers: { "retry-after": "0" },
        body: { error: { code: "ServerBusy", message: "Busy." } },
      },
    ]);
    await expect(client.find(id, "2024-01-01", signal)).rejects.toThrow(`GET ${id}: 503 ServerBusy: Busy.`);
    expect(fake.seen.length).toBe(6);
  });

  it("does not repeat a refusal, and names the details", async () => {
    const refusal = {
      code: "InvalidInput",
      message: "Wrong.",
      details: [{ code: "NameTaken", message: "Taken." }],
    };
    const { client, fake } = await connected([{ status: 409, body: { error: refusal } }]);
    await expect(client.change("PUT", id, "2024-01-01", {}, signal)).rejects.toThrow(
      `PUT ${id}: 409 InvalidInput, NameTaken: Wrong. — Taken.`,
    );
    expect(fake.seen.length).toBe(1);
  });

  it("signs in again once when the token is refused", async () => {
    const { client, fake } = await connected([{ status: 401 }, { status: 200, body: { name: "one" } }]);
    expect(await client.find(id, "2024-01-01", signal)).toEqual({ name: "one" });
    expect(fake.seen.length).toBe(2);
  });

  it.each([
    ["a missing resource", notFound, undefined],
    [
      "Site Recovery's 400 for what is absent",
      {
        status: 400,
        body: { error: { code: "BadRequest", details: [{ code: "SubscriptionIdNotRegisteredWithSrs" }] } },
      } satisfies Answer,
      undefined,
    ],
  ])("finds nothing for %s", async (_, answer, expected) => {
    const { client } = await connected([answer]);
    expect(await client.find(id, "2024-01-01", signal)).toBe(expected);
  });

  it("does not take any other 400 for an absence", async () => {
    const { client } = await connected([
      { status: 400, body: { error: { code: "BadRequest", message: "No." } } },
    ]);
    await expect(client.find(id, "2024-01-01", signal)).rejects.toThrow("400 BadRequest: No.");
  });

  it("follows Azure-AsyncOperation and heeds each Retry-After", async () => {
    const status = "/subscriptions/sub/operations/1";
    let polls = 0;
    const { client } = await connected((request, origin) => {
      if (request.method === "PUT") {
        return {
          status: 201,
          headers: { "azure-asyncoperation": `${origin}${status}?t=1`, "retry-after": "3" },
        };
      }
      polls += 1;
      if (polls === 1)
        return { status: 200, headers: { "retry-after": "2" }, body: { status: "InProgress" } };
      return { status: 200, body: { status: "Succeeded" } };
    });
    await client.change("PUT", id, "2024-01-01", {}, signal);
    expect(methods()).toEqual([`PUT ${id}`, `GET ${status}`, `GET ${status}`]);
    expect(waits).toEqual([3000, 2000]);
  });

  it("follows Location until it answers with the result", async () => {
    const result = "/subscriptions/sub/results/1";
    let polls = 0;
    const { client } = await connected((request, origin) => {
      if (request.method === "PUT")
        return { status: 202, headers: { location: `${origin}${result}`, "retry-after": "1" } };
      polls += 1;
      return polls === 1
        ? { status: 202, headers: { "retry-after": "1" } }
        : { status: 200, body: { name: "one" } };
    });
    expect(await client.change("PUT", id, "2024-01-01", {}, signal)).toEqual({ name: "one" });
    expect(waits).toEqual([1000, 1000]);
  });

  it("reads the resource until its provisioning ends", async () => {
    const creating = { properties: { provisioningState: "Creating" } };
    const done = { properties: { provisioningState: "Succeeded" } };
    const { client } = await connected([
      { status: 201, body: creating },
      { status: 200, body: creating },
      { status: 200, body: done },
    ]);
    expect(await client.change("PUT", id, "2024-01-01", {}, signal)).toEqual(done);
    expect(methods()).toEqual([`PUT ${id}`, `GET ${id}`, `GET ${id}`]);
  });

  it("reports an operation that is accepted and fails", async () => {
    const { client } = await connected((request, origin) =>
      request.method === "DELETE"
        ? { status: 202, headers: { "azure-asyncoperation": `${origin}/op`, "retry-after": "0" } }
        : {
            status: 200,
            body: { status: "Failed", error: { code: "VaultNotEmpty", message: "Items are left." } },
          },
    );
    await expect(client.change("DELETE", id, "2024-01-01", undefined, signal)).rejects.toThrow(
      `DELETE ${id} was accepted and then failed: VaultNotEmpty: Items are left.`,
    );
  });

  it("sends the token to no other host", async () => {
    const { client } = await connected([
      { status: 202, headers: { location: "https://evil.example/steal", "retry-after": "0" } },
    ]);
    await expect(client.change("DELETE", id, "2024-01-01", undefined, signal)).rejects.toThrow(
      "pointed to https://evil.example; the access token is not sent there",
    );
  });
});

describe("the connection to Azure Resource Manager", () => {
  const complete = {
    ASR_ARM_ENDPOINT: "https://127.0.0.1:1/",
    AZURE_AUTHORITY_HOST: "https://127.0.0.1:1",
    ARM_SUBSCRIPTION_ID: "sub",
    ARM_TENANT_ID: "tenant",
    ARM_CLIENT_ID: "client",
    ARM_CLIENT_SECRET: "secret",
  };

  it("takes the configuration before the environment", () => {
    expect(armConnection({ subscriptionId: "other" }, complete)).toMatchObject({
      endpoint: "https://127.0.0.1:1",
      subscriptionId: "other",
      tenantId: "tenant",
    });
  });

  it.each([
    [{ ...complete, ASR_ARM_ENDPOINT: undefined }, "ASR_ARM_ENDPOINT is not set"],
    [{ ...complete, ARM_CLIENT_SECRET: undefined }, "ARM_CLIENT_SECRET is not set"],
    [
      { ...complete, ASR_ARM_ENDPOINT: "http://127.0.0.1:1" },
      "ASR_ARM_ENDPOINT is http://127.0.0.1:1, which is no https address",
    ],
    [
      { ...complete, AZURE_AUTHORITY_HOST: "login" },
      "AZURE_AUTHORITY_HOST is login, which is no https address",
    ],
  ])("refuses what is missing or in the clear", (environment, message) => {
    expect(() => armConnection({}, environment)).toThrow(message);
  });
});
