import { ArmError } from "../../arm/arm-error";
import { isObject, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome } from "../resource-type";

/** The name rule of network resources. */
export function checkNetworkName(what: string, name: string): ArmError | undefined {
  if (/^[a-z0-9]([\w.-]{0,78}\w)?$/i.test(name)) return undefined;
  return new ArmError(
    400,
    "InvalidResourceName",
    `Resource name ${name} of the ${what} is invalid. The name can be up to 80 characters long. It must begin with a word character, and it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'.`,
  );
}

/** Network resources show their ETag in the body too. */
export function quotedEtag(resource: StoredResource): string {
  return `W/"${resource.etag}"`;
}

/** Properties as given, less what only the service may set. */
export function withoutReadOnly(given: JsonObject): JsonObject {
  const readOnly = new Set([
    "provisioningState",
    "resourceGuid",
    "ipConfigurations",
    "privateEndpoints",
    "purpose",
  ]);
  return Object.fromEntries(Object.entries(given).filter(([name]) => !readOnly.has(name)));
}

/** PATCH of a network resource changes its tags and nothing else. */
export function patchTags({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const tags = isObject(body["tags"]) ? { tags: body["tags"] } : {};
  return { kind: "stored", status: 200, resource: cloud.revise(existing, { ...existing.envelope, ...tags }) };
}
