import { beforeAll, describe, expect, it } from "vitest";
import { classicProgram } from "./programs";
import { servePack, unknown, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});

const by = async (settings: object, program: readonly ProgramResource[], policy: string) => {
  await pack.configure({ settings });
  return (await pack.analyze(program))
    .filter((diagnostic) => diagnostic.policy === policy)
    .map(({ level, resource }) => `${level} ${resource}`);
};

const [, account] = classicProgram({ kind: "Storage" });
const in2016 = { edition: "2016-12" };

describe("import and export jobs of the program", () => {
  const job = (inputs: object, references: ProgramResource["references"] = {}): ProgramResource => ({
    type: "azure-native:importexport:Job",
    name: "job",
    inputs: { jobName: "job", resourceGroupName: "rg", ...inputs },
    references,
  });
  const judged = (...jobs: readonly ProgramResource[]) =>
    by({ edition: "2019-05" }, [...classicProgram({ kind: "Storage" }), ...jobs], "import-export-job");
  const id = "/subscriptions/1/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/stdr";

  it("are found on replication accounts, by id or by reference", async () => {
    expect(
      await judged(job({ properties: { storageAccountId: unknown } }, { properties: ["account"] })),
    ).toEqual(["advisory account"]);
    expect(await judged(job({ properties: { storageAccountId: id } }))).toEqual(["advisory account"]);
  });

  it("leave other accounts alone, and their absence proves nothing", async () => {
    expect(await judged(job({ properties: { storageAccountId: id.replace("stdr", "other") } }))).toEqual([]);
    expect(await judged(job({ properties: { storageAccountId: unknown } }))).toEqual([]);
    expect(await judged()).toEqual([]);
  });
});

describe("facts that the settings state", () => {
  it("let rules judge what no program says: the way back", async () => {
    const settings = { ...in2016, scenario: "physical-to-azure" };
    expect(await by(settings, classicProgram({ kind: "Storage" }), "failback-target")).toEqual([]);
    const planned = { ...settings, facts: { failback: { target: "physical", siteConnection: "none" } } };
    const program = classicProgram({ kind: "Storage" });
    expect(await by(planned, program, "failback-target")).toEqual(["mandatory vault"]);
    expect(await by(planned, program, "failback-site-connection")).toEqual(["mandatory vault"]);
    const fine = { ...settings, facts: { failback: { target: "vmware-vm", siteConnection: "vpn" } } };
    expect(await by(fine, program, "failback-target")).toEqual([]);
    expect(await by(fine, program, "failback-site-connection")).toEqual([]);
  });

  it("let rules judge tenants", async () => {
    const settings = { edition: "current", scenario: "azure-to-azure" };
    const facts = { sourceTenantId: "a", targetTenantIds: ["A", "b"] };
    const program = classicProgram();
    expect(await by({ ...settings, facts }, program, "same-tenant")).toEqual(["mandatory vault"]);
    expect(
      await by({ ...settings, facts: { ...facts, targetTenantIds: ["A"] } }, program, "same-tenant"),
    ).toEqual([]);
  });

  it("are refused where they are misspelt", async () => {
    const found = await by({ ...in2016, facts: { failbak: {} } }, [account as ProgramResource], "settings");
    expect(found).toEqual(["mandatory "]);
  });
});
