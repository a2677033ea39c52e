import { describe, expect, it } from "vitest";
import { dependencyGraph } from "../../estate/dependencies";
import { readEstate } from "../../estate/read";
import { referenceAbsent, referenceInventory } from "./reference";
import { temporaryFolder } from "./temporary-folder";

const write = temporaryFolder();

const inventory = write(
  "inventory.yaml",
  "schema: asr-estate/1\nmachines: [{name: app1-server}, {name: DB1-Server.example.com}, {name: web1-server}, {name: twin}, {name: twin}]\n",
);

describe("dependencies", () => {
  it("of an export become a graph over the machines; what is none of them is named", async () => {
    const file = write(
      "dependencies.csv",
      "Timeslot,Source server name,Destination server name,Destination IP,Destination port\n" +
        "1,app1-server,db1-server,10.0.0.5,1433\n2,app1-server,db1-server,10.0.0.5,1433\n" +
        "1,web1-server,app1-server,10.0.0.1,99999\n1,web1-server,,8.8.8.8,53\n1,app1-server,twin,,1\n1,x,web1-server,,1\n",
    );
    const { document, notes } = await readEstate([file, inventory]);
    expect(document.dependencies).toEqual([
      { source: "app1-server", target: "db1-server", port: 1433 },
      { source: "web1-server", target: "app1-server" },
      { source: "app1-server", target: "twin", port: 1 },
      { source: "x", target: "web1-server", port: 1 },
    ]);
    expect(dependencyGraph(document)).toEqual({
      targets: [[1], [], [0], [], []],
      neighbours: [[1, 2], [0], [0], [], []],
      unresolved: ["twin", "x"],
    });
    const messages = notes.map(({ message }) => message);
    expect(messages).toContainEqual(
      expect.stringMatching(/row 4, column "Destination port": "99999" is no port/),
    );
    expect(messages).toContainEqual(expect.stringContaining("Connections with an unnamed end"));
  });

  it("alone are no inventory", async () => {
    const file = write("alone.csv", "Source server name,Destination server name\na,b\n");
    await expect(readEstate([file])).rejects.toThrow(/alone\.csv: The file tells who talks to whom/);
  });

  it.skipIf(referenceAbsent !== undefined)(
    `the published export has 5 rows ${referenceAbsent ?? ""}`,
    async () => {
      const file = referenceInventory("azure-migrate-dependency-export/dependency-export-sample.csv");
      const { document } = await readEstate([inventory, file]);
      expect(document.dependencies).toHaveLength(5);
      expect(document.dependencies?.[1]).toEqual({ source: "app1-server", target: "db1-server", port: 1433 });
    },
  );
});
