import { isAbsent } from "../../azure/azure-error";
import { vaultIdText } from "../../azure/site-recovery-id";
import type { OperationContext } from "../resource-definition";
import { isJson, isSameText, itemOf, objectIn, objectsIn, textIn, type ProtectedItem } from "./item";
import { currentJobId, percentOf, stateText } from "./item-state";
import { send, type Caller } from "./operation";
import { placeOf, type ItemPlace } from "./place";

/** The item at an id; undefined when there is none. */
export async function itemAt(caller: Caller, id: string): Promise<ProtectedItem | undefined> {
  try {
    return itemOf((await send(caller, "GET", id)).body);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** All items of a vault. */
async function itemsOf(
  caller: Caller,
  { vault }: Pick<ItemPlace, "vault">,
): Promise<readonly ProtectedItem[]> {
  const items: ProtectedItem[] = [];
  let address: string | undefined = `${vaultIdText(vault)}/replicationProtectedItems`;
  while (address !== undefined) {
    const { body } = await send(caller, "GET", address);
    const page = isJson(body) ? body : {};
    items.push(...objectsIn(page, "value").map(itemOf));
    address = textIn(page, "nextLink");
  }
  return items;
}

/**
 * The item wherever it is by now. Reprotection moves an Azure machine's item into the container it is recovered in,
 * where it keeps its name; it is looked for where it was last seen, then in the whole vault.
 *
 * @param ids where it was last seen, and where it was made.
 * @param isOurs tells an item of the same machine from another one of the same name.
 */
export async function findItem(
  caller: Caller,
  ids: readonly string[],
  isOurs: (item: ProtectedItem) => boolean,
): Promise<ProtectedItem | undefined> {
  const different = ids.filter((id, index) => ids.findIndex((other) => isSameText(other, id)) === index);
  for (const id of different) {
    const item = await itemAt(caller, id);
    if (item !== undefined) return item;
  }
  const place = placeOf(ids[0] ?? "");
  if (place === undefined) return undefined;
  try {
    const items = await itemsOf(caller, place);
    return items.find((item) => isSameText(placeOf(item.id)?.name, place.name) && isOurs(item));
  } catch (error) {
    // A vault that is gone, or that never held anything.
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** One line on what an item is doing, from it and its job. A job that cannot be read is left out. */
export async function progressOf(caller: Caller, item: ProtectedItem): Promise<string> {
  const jobId = currentJobId(item);
  const percent = percentOf(item);
  const parts = [stateText(item)];
  if (percent !== undefined) parts.unshift(`${percent} %`);
  if (jobId !== undefined) {
    const job = await jobText(caller, jobId);
    if (job !== undefined) parts.unshift(job);
  }
  return parts.join(", ");
}

async function jobText(caller: Caller, jobId: string): Promise<string | undefined> {
  try {
    const { body } = await send(caller, "GET", jobId);
    const properties = objectIn(isJson(body) ? body : {}, "properties");
    const tasks = objectsIn(properties, "tasks");
    const done = tasks.filter((task) => /^(?:succeeded|skipped)$/i.test(textIn(task, "state") ?? "")).length;
    const running = tasks.find((task) => /progress/i.test(textIn(task, "state") ?? ""));
    const name = textIn(properties, "friendlyName") ?? textIn(properties, "scenarioName") ?? "job";
    const step =
      running === undefined ? "" : `: ${textIn(running, "friendlyName") ?? textIn(running, "name") ?? ""}`;
    return `${name}${step}${tasks.length === 0 ? "" : ` (${done} of ${tasks.length} steps done)`}`;
  } catch {
    return undefined;
  }
}

/** Tells the user what an item is doing. */
export async function tellProgress(context: OperationContext, id: string): Promise<void> {
  const item = await itemAt(context, id);
  if (item !== undefined) context.status(await progressOf(context, item));
}
