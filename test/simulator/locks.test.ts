import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, type RawAnswer } from "./raw-client";
import { a2aWorld, type A2aWorld } from "./replication/a2a-world";

let world: A2aWorld;

beforeAll(async () => {
  world = await a2aWorld(["vm1", "vm2"]);
});

afterAll(() => world.azure.close());

const lockOf = (scope: string, name = "keep") =>
  `${scope}/providers/Microsoft.Authorization/locks/${name}?api-version=2020-05-01`;
const lock = (scope: string, level: string) =>
  world.azure.send("PUT", lockOf(scope), { properties: { level } });
const unlock = (scope: string) => world.azure.send("DELETE", lockOf(scope));
const send = (method: string, id: string, body?: unknown) =>
  world.azure.send(method, `${id}?api-version=2025-01-01`, body);
const messageOf = (answer: RawAnswer) =>
  (answer.body as { readonly error: { readonly message: string } }).error.message;

it("keeps everything in a vault locked with CanNotDelete from DELETE, and lets POST and PUT through", async () => {
  const item = await world.protect("vm1");
  await lock(world.vault, "CanNotDelete");

  for (const id of [world.vault, world.policy, item]) {
    const refused = await send("DELETE", id);
    expect([refused.status, codeOf(refused)]).toEqual([409, "ScopeLocked"]);
    expect(messageOf(refused)).toBe(
      `The scope '${id}' cannot perform delete operation because following scope(s) are locked: '${world.vault}'. Please remove the lock and try again.`,
    );
  }
  const removed = await world.run("POST", `${item}/remove`, {
    properties: { disableProtectionReason: "NotSpecified" },
  });
  expect(removed.status).toBe(200);
  expect((await world.get(item)).status).toBe(404);
  await unlock(world.vault);
});

it("refuses every write below a group locked with ReadOnly, a POST that only reads as well", async () => {
  const item = await world.protect("vm2");
  const account = `${world.azure.group}/providers/Microsoft.Storage/storageAccounts/lockedaccount1`;
  await world.azure.sendAndWait("PUT", `${account}?api-version=2023-05-01`, {
    location: "westeurope",
    sku: { name: "Standard_LRS" },
    kind: "StorageV2",
  });
  await lock(world.azure.group, "ReadOnly");
  const writes = [
    ["DELETE", item],
    ["PATCH", item],
    ["PUT", item],
    ["POST", `${item}/remove`],
    ["POST", `${account}/listKeys`],
  ] as const;
  for (const [method, id] of writes) {
    const refused = await send(method, id, method === "DELETE" ? undefined : {});
    expect([method, id, refused.status, codeOf(refused)]).toEqual([method, id, 409, "ScopeLocked"]);
    const verb = method === "DELETE" ? "delete" : "write";
    expect(messageOf(refused)).toContain(`cannot perform ${verb} operation because`);
    expect(messageOf(refused)).toContain(`are locked: '${world.azure.group}'`);
  }
  expect((await world.get(item)).status).toBe(200);
  expect((await unlock(world.azure.group)).status).toBe(200);
  expect((await send("POST", `${account}/listKeys`)).status).toBe(200);
});

it("lists at a scope the locks on it and below, and takes no name that ARM would not", async () => {
  await lock(world.vault, "CanNotDelete");
  const listed = await world.azure.send(
    "GET",
    `${world.azure.group}/providers/Microsoft.Authorization/locks?api-version=2020-05-01`,
  );
  const value = (listed.body as { readonly value: readonly { readonly id: string }[] }).value;
  expect(value.map((found) => `${found.id}?api-version=2020-05-01`)).toEqual([lockOf(world.vault)]);
  const refused = await world.azure.send("PUT", lockOf(world.vault, "a%3Cb"), {
    properties: { level: "ReadOnly" },
  });
  expect([refused.status, codeOf(refused)]).toEqual([400, "InvalidLockName"]);
  await unlock(world.vault);
});
