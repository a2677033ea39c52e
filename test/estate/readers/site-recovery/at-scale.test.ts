import { describe, expect, it } from "vitest";
import { fixture } from "../../fixture";
import { referenceAbsent, referenceInventory } from "../../reference";
import { temporaryFolder } from "../../temporary-folder";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const header =
  "VAULT_SUBSCRIPTION_ID,VAULT_NAME,SOURCE_MACHINE_NAME,TARGET_MACHINE_NAME,CONFIGURATION_SERVER,PROCESS_SERVER,RECOVERY_VM_MANAGED_DISK_TYPE\n";

describe("Site Recovery at scale", () => {
  it("adds what was decided to the machines of an inventory", async () => {
    const file = write(
      "decided.csv",
      `${header}s,v,WEB01,web01-dr,cs01,ps01,Premium_LRS\ns,v,gone,gone-dr,cs01,ps02,Premium_LRS\n`,
    );
    const { document, machines, messages } = await readNoted([file, fixture("rvtools-4.xlsx")]);
    expect(machines).toHaveLength(5);
    expect(machines[0]).toMatchObject({ name: "web01", azureName: "web01-dr", cpuCores: 4 });
    expect(document).toMatchObject({
      scenario: "vmware-to-azure",
      target: { diskType: "premium-ssd" },
      configurationServer: { hostName: "cs01" },
      processServers: [{ name: "ps01" }, { name: "ps02" }],
    });
    expect(messages).toContainEqual(expect.stringContaining('No inventory has the machine "gone"'));
  });

  it("takes no type of disk that differs between machines, and none that is unknown", async () => {
    const file = write("types.csv", `${header}s,v,a,,,,Premium_LRS\ns,v,b,,,,Gold_LRS\n`);
    const { document, messages } = await readNoted([file]);
    expect(document.target).toBeUndefined();
    expect(messages).toContainEqual(expect.stringContaining('"Gold_LRS" is no type of managed disk'));
  });

  it.skipIf(referenceAbsent !== undefined).each(["dr", "migrate"])(
    `the published template %s has two rows of placeholders ${referenceAbsent ?? ""}`,
    async (name) => {
      const { document, machines, messages } = await readNoted([
        referenceInventory(`asr-at-scale-csv/${name}-at-scale-input_template.csv`),
      ]);
      expect(machines).toEqual([{ name: "<source_machine_name_1>" }, { name: "<source_machine_name_2>" }]);
      expect(document.processServers).toBeUndefined();
      expect(messages).toContainEqual(
        expect.stringMatching(/row 2, column "SOURCE_MACHINE_NAME": .* is the template's placeholder/),
      );
    },
  );
});
