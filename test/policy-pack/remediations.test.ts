import { beforeAll, describe, expect, it } from "vitest";
import { servePack, unknown, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});

const tls = "remediate-cache-storage-minimum-tls";
const access = "remediate-cache-storage-public-access";
const redundancy = "remediate-cache-storage-sku";

const component: ProgramResource = { type: "azure-siterecovery:index:CacheStorage", name: "cache" };

/** An account of the component, as open as the service makes it unless told otherwise. */
function account(inputs: object, rest: Partial<ProgramResource> = {}): ProgramResource {
  return {
    type: "azure-native:storage:StorageAccount",
    name: "account",
    inputs: { accountName: "stdr", resourceGroupName: unknown, sku: { name: "Standard_LRS" }, ...inputs },
    parent: "cache",
    ...rest,
  };
}

/** Inputs of the account after one policy at the level `remediate`; undefined where it left them alone. */
async function remediated(
  policy: string,
  resource: ProgramResource,
  settings: object = {},
): Promise<object | undefined> {
  await pack.configure({ settings, [policy]: { enforcementLevel: "remediate" } });
  const made = await pack.remediate([component, resource]);
  expect(made.filter((one) => one.policy !== policy || one.diagnostic !== undefined)).toEqual([]);
  return made[0]?.inputs;
}

/** An input with one right answer, what it is put in place of, and what stays. */
interface Correction {
  readonly policy: string;
  readonly input: string;
  readonly right: unknown;
  readonly mended: readonly unknown[];
  readonly kept: readonly unknown[];
}

const corrections: readonly Correction[] = [
  {
    policy: tls,
    input: "minimumTlsVersion",
    right: "TLS1_2",
    mended: ["TLS1_0", "TLS1_1"],
    kept: ["TLS1_2", "TLS1_3", "other", 1],
  },
  { policy: access, input: "allowBlobPublicAccess", right: false, mended: [true], kept: [false, "yes"] },
];

describe.each(corrections)("$policy", ({ policy, input, right, mended, kept }) => {
  const open = account({});

  it.each([...mended, null])("mends %s, and nothing else", async (value) => {
    const given = account({ [input]: value });
    expect(await remediated(policy, given)).toEqual({ ...given.inputs, [input]: right });
  });

  it("mends what is left out", async () => {
    expect(await remediated(policy, open)).toEqual({ ...open.inputs, [input]: right });
  });

  it.each(kept)("keeps %s", async (value) => {
    expect(await remediated(policy, account({ [input]: value }))).toBeUndefined();
  });

  it("keeps what is not known yet, and says so", async () => {
    await pack.configure({ [policy]: { enforcementLevel: "remediate" } });
    expect(await pack.remediate([component, account({ [input]: unknown })])).toEqual([
      { policy, resource: "account", diagnostic: expect.stringContaining(`.${input}`) as string },
    ]);
  });

  it.each(["mandatory", "advisory", "disabled"])("does nothing at the level %s", async (enforcementLevel) => {
    await pack.configure({ [policy]: { enforcementLevel } });
    expect(await pack.remediate([component, open])).toEqual([]);
  });

  it("leaves other accounts alone, unless the whole stack is asked for", async () => {
    const { parent: _parent, ...website } = open;
    expect(await remediated(policy, website)).toBeUndefined();
    expect(await remediated(policy, website, { scope: "replication" })).toBeUndefined();
    expect(await remediated(policy, website, { scope: "everything" })).toHaveProperty(input, right);
  });

  it("knows other versions of the API that have the input", async () => {
    const of = (type: string) => remediated(policy, account({}, { type }));
    expect(await of("azure-native_storage_v20230101:storage:StorageAccount")).toHaveProperty(input, right);
    expect(await of("azure-native:storage/v20190601:StorageAccount")).toHaveProperty(input, right);
    expect(await of("azure-native:storage/v20190401:StorageAccount")).toBeUndefined();
    expect(await of("azure-native:storage:Table")).toBeUndefined();
  });
});

describe(redundancy, () => {
  const hyperv = { edition: "current", scenario: "hyperv-to-azure" };
  const skuAfter = (name: unknown, settings: object = hyperv): Promise<object | undefined> =>
    remediated(redundancy, account({ sku: { name } }), settings);

  it.each([
    ["Standard_ZRS", "Standard_LRS"],
    ["Standard_GZRS", "Standard_GRS"],
    ["Standard_RAGZRS", "Standard_RAGRS"],
  ])("puts the listed SKU without zones in place of the refused %s", async (refused, listed) => {
    expect(await skuAfter(refused)).toEqual(account({ sku: { name: listed } }).inputs);
  });

  it.each(["Standard_LRS", "Standard_GRS", "Premium_LRS", "Premium_ZRS", "Other", 1, null])(
    "keeps %s, which is not refused or has no one listed answer",
    async (name) => {
      expect(await skuAfter(name)).toBeUndefined();
    },
  );

  it.each([
    ["no edition", { scenario: "hyperv-to-azure" }],
    ["no scenario", { edition: "current" }],
    ["a scenario that the edition does not document", { edition: "2019-05", scenario: "hyperv-to-azure" }],
    ["a document that is silent", { edition: "2019-05", scenario: "vmware-to-azure" }],
    ["a document that lists it", { edition: "current", scenario: "azure-to-azure" }],
    ["an unusable configuration", { ...hyperv, scope: "no such scope" }],
  ])("keeps a SKU with zones with %s", async (_what, settings) => {
    expect(await skuAfter("Standard_ZRS", settings)).toBeUndefined();
  });

  it("keeps a SKU whose refusal is waived, while the waiver holds", async () => {
    const waivedUntil = (expires: string) => ({
      ...hyperv,
      asOf: "2026-01-01",
      waivers: [
        { rule: "replication-storage-redundancy", subject: "account", reason: "r", owner: "o", expires },
      ],
    });
    expect(await skuAfter("Standard_ZRS", waivedUntil("2026-12-31"))).toBeUndefined();
    expect(await skuAfter("Standard_ZRS", waivedUntil("2025-12-31"))).toMatchObject({
      sku: { name: "Standard_LRS" },
    });
  });

  it.each(["stdr", "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/STDR"])(
    "keeps a SKU whose refusal is waived by the account's name or id in Azure: %s",
    async (subject) => {
      const waived = {
        rule: "replication-storage-redundancy",
        subject,
        reason: "r",
        owner: "o",
        expires: "2026-12-31",
      };
      const settings = { ...hyperv, asOf: "2026-01-01", waivers: [waived] };
      await pack.configure({ settings, [redundancy]: { enforcementLevel: "remediate" } });
      const sku = { name: "Standard_ZRS" };
      const [made] = await pack.remediate([component, account({ sku, accountName: "stdr" })]);
      expect(made).toBeUndefined();
      const [other] = await pack.remediate([component, account({ sku, accountName: "other" })]);
      expect(other?.inputs).toMatchObject({ sku: { name: "Standard_LRS" } });
    },
  );

  it("keeps a SKU that is not known yet", async () => {
    await pack.configure({ settings: hyperv, [redundancy]: { enforcementLevel: "remediate" } });
    const made = await pack.remediate([component, account({ sku: { name: unknown } })]);
    expect(made.filter(({ inputs }) => inputs !== undefined)).toEqual([]);
  });
});
