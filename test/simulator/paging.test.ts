import { afterEach, expect, it } from "vitest";
import { rawAzure, type RawAzure } from "./raw-client";

let azure: RawAzure;
afterEach(() => azure.close());

const v = "?api-version=2024-03-01";
const names = Array.from({ length: 12 }, (_, index) => `rg${String(index).padStart(2, "0")}`);
const groupId = (name: string) => azure.group.replace(/rg1$/, name);

interface Page {
  readonly value: readonly { readonly name: string }[];
  readonly nextLink?: string;
}

/** The groups of a list, page by page, while something else happens after the first page. */
async function listed(meanwhile: () => Promise<void>): Promise<readonly string[]> {
  const found: string[] = [];
  let address: string | undefined = `${azure.group.replace(/\/resourceGroups.*/, "")}/resourceGroups${v}`;
  for (let page = 0; address !== undefined; page += 1) {
    const { value, nextLink } = (await azure.send("GET", address)).body as Page;
    found.push(...value.map(({ name }) => name));
    if (page === 0) await meanwhile();
    address = nextLink;
  }
  return found;
}

it.each([
  ["what the next page begins with", ["rg04"]],
  ["what the first page ended with", ["rg03"]],
  ["both of them and more", ["rg00", "rg02", "rg03", "rg04", "rg05"]],
  ["everything after the first page", names.slice(4)],
])("a list leaves nothing out when somebody removes %s while it is read", async (_what, removed) => {
  azure = await rawAzure({
    pageSize: 4,
    seed: {
      schema: "asr-seed/1",
      resourceGroups: names.map((name) => ({ name, location: "westeurope" })),
    },
  });
  const found = await listed(async () => {
    for (const name of removed) await azure.sendAndWait("DELETE", `${groupId(name)}${v}`);
  });
  expect(found.slice(0, 4)).toEqual(names.slice(0, 4));
  const left = names.slice(4).filter((name) => !removed.includes(name));
  expect(found.slice(4)).toEqual(expect.arrayContaining(left));
  expect(found.slice(4).filter((name) => removed.includes(name))).toEqual([]);
});
