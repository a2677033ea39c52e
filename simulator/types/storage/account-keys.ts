import { createHash } from "node:crypto";
import { ArmError } from "../../arm/arm-error";
import { azureTimestamp } from "../../clock";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome } from "../resource-type";

/** POST listKeys: two keys, made from the account and how often each was regenerated. */
export function accountKeys({ existing }: ExistingResourceRequest): Outcome {
  return { kind: "answered", body: { keys: keysOf(existing) } };
}

/** POST regenerateKey. */
export function regenerateKey(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  const keyName = stringAt(body, "keyName");
  if (keyName !== "key1" && keyName !== "key2") {
    throw new ArmError(
      400,
      "InvalidRequestPropertyValue",
      `The value '${keyName ?? ""}' of 'keyName' is neither 'key1' nor 'key2'.`,
    );
  }
  const counts = objectAt(existing.hidden, "keyGenerations");
  const generation = Number(counts[keyName] ?? 0) + 1;
  const properties = objectAt(existing.envelope, "properties");
  const keyCreationTime = {
    ...objectAt(properties, "keyCreationTime"),
    [keyName]: azureTimestamp(cloud.clock.now()),
  };
  const revised = cloud.revise(
    existing,
    { ...existing.envelope, properties: { ...properties, keyCreationTime } },
    { ...existing.hidden, keyGenerations: { ...counts, [keyName]: generation } },
  );
  cloud.store.put(revised);
  return { kind: "answered", body: { keys: keysOf(revised) } };
}

function keysOf(account: StoredResource): readonly JsonObject[] {
  const times = objectAt(objectAt(account.envelope, "properties"), "keyCreationTime");
  const counts = objectAt(account.hidden, "keyGenerations");
  return ["key1", "key2"].map((keyName) => ({
    creationTime: times[keyName],
    keyName,
    value: createHash("sha512")
      .update(`${account.id} ${keyName} ${String(Number(counts[keyName] ?? 0))}`)
      .digest("base64"),
    permissions: "FULL",
  }));
}
