import { describe, expect, it } from "vitest";
import type { EstateDocument, EstateMachine } from "../../estate/document";
import { mergeEstates } from "../../estate/merge";
import { readEstate } from "../../estate/read";
import { NoteCollector } from "../../estate/reading-note";
import { fixture } from "./fixture";
import { temporaryFolder } from "./temporary-folder";

const write = temporaryFolder();

const estate = (...machines: EstateMachine[]): EstateDocument => ({ schema: "asr-estate/1", machines });

function merged(first: EstateDocument, second: EstateDocument) {
  const notes = new NoteCollector();
  const document = mergeEstates(first, [second], notes);
  return { machines: document.machines, document, messages: notes.notes().map(({ message }) => message) };
}

describe("merging", () => {
  it("completes a machine of the same id and name, or of a name that only one has", () => {
    const { machines, messages } = merged(
      estate({ name: "a", id: "vm-1", cpuCores: 2 }, { name: "b", os: { family: "linux" } }),
      estate({ name: "A", id: "vm-1", memoryMiB: 4096 }, { name: "B", os: { name: "Ubuntu" } }),
    );
    expect(machines).toEqual([
      { name: "a", id: "vm-1", cpuCores: 2, memoryMiB: 4096 },
      { name: "b", os: { family: "linux", name: "Ubuntu" } },
    ]);
    expect(messages).toEqual([]);
  });

  it("adds what one inventory has alone", () => {
    expect(merged(estate({ name: "a" }), estate({ name: "b" })).machines).toEqual([
      { name: "a" },
      { name: "b" },
    ]);
  });

  it("says which machines only one of two overlapping inventories has", () => {
    const { messages } = merged(estate({ name: "a" }), estate({ name: "a" }, { name: "b" }, { name: "c" }));
    expect(messages).toEqual([
      'The machine "b" is in one of several inventories only. (1 more of this kind)',
    ]);
  });

  it("keeps machines apart that cannot be told to be the same", () => {
    const { machines, messages } = merged(
      estate({ name: "a" }, { name: "a" }, { name: "b", id: "vm-1" }),
      estate({ name: "a", cpuCores: 2 }, { name: "b", id: "vm-2" }),
    );
    expect(machines).toHaveLength(5);
    expect(messages).toEqual([expect.stringContaining("kept apart")]);
  });

  it("joins by an id that is unique everywhere, then by UUID, whatever the names", () => {
    const guid = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";
    const { machines, messages } = merged(
      estate({ name: "a", id: guid, cpuCores: 2 }, { name: "b", biosId: "42-B", id: "vm-1" }),
      estate(
        { name: "a-renamed", id: guid.toUpperCase(), memoryMiB: 4096 },
        { name: "b", biosId: "42-b", id: guid.replace("1", "2"), memoryMiB: 1024 },
      ),
    );
    expect(machines).toEqual([
      { name: "a", id: guid, cpuCores: 2, memoryMiB: 4096 },
      { name: "b", biosId: "42-B", id: "vm-1", memoryMiB: 1024 },
    ]);
    expect(messages).toContainEqual(expect.stringContaining('called "a" in one inventory and "a-renamed"'));
  });

  it("never joins by a UUID that several machines have, nor by a name against it", () => {
    const { machines } = merged(
      estate({ name: "a", biosId: "1" }, { name: "b", biosId: "1" }, { name: "c", biosId: "3" }),
      estate({ name: "x", biosId: "1" }, { name: "c", biosId: "4" }),
    );
    expect(machines).toHaveLength(5);
  });

  it("keeps machines of mixed inventories in the scenario of their kind", () => {
    const { document } = merged(
      { ...estate({ name: "a" }), scenario: "vmware-to-azure" },
      estate({ name: "b", kind: "hyperv-vm" }, { name: "c" }),
    );
    expect(document.machines.map(({ scenario }) => scenario)).toEqual([
      undefined,
      "hyperv-to-azure",
      undefined,
    ]);
    const turned = merged(estate({ name: "b", kind: "hyperv-vm" }), {
      ...estate({ name: "a" }),
      scenario: "vmware-to-azure",
    }).document;
    expect([turned.scenario, ...turned.machines.map(({ scenario }) => scenario)]).toEqual([
      undefined,
      undefined,
      "vmware-to-azure",
    ]);
  });

  it("lets the first inventory win and says where they differ", () => {
    const { machines, messages } = merged(
      estate({ name: "a", cpuCores: 2, os: { version: "2016" } }),
      estate({ name: "a", cpuCores: 4, os: { version: "2019" } }),
    );
    expect(machines).toEqual([{ name: "a", cpuCores: 2, os: { version: "2016" } }]);
    expect(messages).toEqual([
      'Two inventories differ in cpuCores of "a"; the first one counts.',
      'Two inventories differ in os.version of "a"; the first one counts.',
    ]);
  });

  it("completes disks by their names, and takes listed disks for counted ones", () => {
    expect(
      merged(
        estate({ name: "a", disks: [{ name: "Hard disk 1", sizeGiB: 10 }] }, { name: "b", disks: [{}, {}] }),
        estate(
          { name: "a", disks: [{ name: "hard disk 1", churn: { averageMBps: 2 } }] },
          {
            name: "b",
            disks: [
              { name: "x", sizeGiB: 1 },
              { name: "y", sizeGiB: 2 },
            ],
          },
        ),
      ).machines.map(({ disks }) => disks),
    ).toEqual([
      [{ name: "Hard disk 1", sizeGiB: 10, churn: { averageMBps: 2 } }],
      [
        { name: "x", sizeGiB: 1 },
        { name: "y", sizeGiB: 2 },
      ],
    ]);
  });

  it("keeps the scenario that a machine has in its own inventory", () => {
    const { machines } = merged(
      { ...estate({ name: "a" }), scenario: "vmware-to-azure" },
      { ...estate({ name: "b" }), scenario: "hyperv-to-azure" },
    );
    expect(machines).toEqual([{ name: "a" }, { name: "b", scenario: "hyperv-to-azure" }]);
  });

  it("reads several files, and files of a folder, into one estate", async () => {
    const file = write(
      "churn.yaml",
      "schema: asr-estate/1\nmachines:\n  - {name: web01, mobilityServiceVersion: '9.62', disks: [{name: Hard disk 1, churn: {averageMBps: 3}}, {name: Hard disk 2}]}\n",
    );
    const { document } = await readEstate([fixture("rvtools-4.xlsx"), file]);
    expect(document.machines).toHaveLength(5);
    expect(document.machines[0]).toMatchObject({
      mobilityServiceVersion: "9.62",
      disks: [{ sizeGiB: 40, churn: { averageMBps: 3 } }, { sizeGiB: 100 }],
    });
    const folder = await readEstate([file.slice(0, file.lastIndexOf("/"))]);
    expect(folder.document.machines.map(({ name }) => name)).toEqual(["web01"]);
  });
});
