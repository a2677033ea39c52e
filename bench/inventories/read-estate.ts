import { readEstate } from "../../estate/read";

/** Reads the inventory that is named, and says how much it has: what reading costs without judging. */
async function main(): Promise<void> {
  const { document } = await readEstate([process.argv[2] ?? ""]);
  const disks = document.machines.reduce((sum, machine) => sum + (machine.disks?.length ?? 0), 0);
  console.log(`${document.machines.length} machines, ${disks} disks`);
}

void main();
