import { fc, test } from "@fast-check/vitest";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { beforeAll, describe, expect, it } from "vitest";
import { SecretTexts } from "../../policy-pack/secrets";
import { shareProperties } from "../../policy-pack/shared-properties";
import { servePack, type ProgramResource, type ServedPack } from "./served-pack";

/** A secret as the engine sends it. */
const secret = (value: unknown): object => ({ [specialSigKey]: specialSecretSig, value });

describe("secrets in findings", () => {
  let pack: ServedPack;
  beforeAll(async () => {
    shareProperties();
    pack = await servePack();
    await pack.configure({ settings: { edition: "current" } });
  });

  const program = (targetVmName: unknown): readonly ProgramResource[] => [
    {
      type: "azure-native:recoveryservices:ReplicationProtectedItem",
      name: "item",
      inputs: {
        resourceName: "rsv",
        resourceGroupName: "rg",
        replicatedProtectedItemName: "db01",
        properties: { providerSpecificDetails: { instanceType: "InMageRcm", targetVmName } },
      },
    },
  ];

  it("are judged, and masked in what is said of them", async () => {
    const plain = await pack.analyze(program("plain_name"));
    expect(plain.find(({ policy }) => policy === "azure-vm-name")?.message).toContain("plain_name");
    const found = await pack.analyze(program(secret("hidden_name")));
    const message = found.find(({ policy }) => policy === "azure-vm-name")?.message;
    expect(message).toContain("[secret]");
    expect(JSON.stringify(found)).not.toContain("hidden_name");
  });

  it("are masked where the secret is everything around them", async () => {
    const [item] = program("deep_name");
    const { properties } = item?.inputs as { readonly properties: object };
    const found = await pack.analyze([
      { ...(item as ProgramResource), inputs: { ...item?.inputs, properties: secret(properties) } },
    ]);
    expect(found.map(({ policy }) => policy)).toContain("azure-vm-name");
    expect(JSON.stringify(found)).not.toContain("deep_name");
  });
});

describe("masking", () => {
  const masked = (text: string, ...secrets: readonly unknown[]): string => {
    const texts = new SecretTexts();
    texts.remember({ inputs: secrets.map(secret) });
    return texts.masked(text);
  };

  it("takes the longer of two secrets, whatever the case", () => {
    expect(masked("name PASSWORD1 and password", "password", "password1")).toBe("name [secret] and [secret]");
  });

  it("takes numbers as whole words, and short secrets not at all", () => {
    expect(masked("1440 minutes, 14400, 5.1440, 4 of ab", 1440, 4, "ab")).toBe(
      "[secret] minutes, 14400, 5.1440, 4 of ab",
    );
  });

  it("knows the short form of a region and the name in an id", () => {
    expect(masked("the account in southindia", "South India")).toBe("the account in [secret]");
    expect(masked("account stdr", "/subscriptions/1/resourceGroups/rg/x/y/z/stdr")).toBe("account [secret]");
  });

  test.prop([fc.array(fc.string({ minLength: 3, unit: "binary" }), { maxLength: 4 }), fc.string()])(
    "leaves no secret in a message, and nothing of other texts out",
    (secrets, text) => {
      const known = secrets.map((one) => one.trim()).filter((one) => one.length >= 3);
      const result = masked(`${text}${secrets.join(" ")}`, ...secrets);
      for (const one of known) expect(result.replaceAll("[secret]", "")).not.toContain(one);
      expect(masked(text)).toBe(text);
    },
  );
});
