import { ArmError } from "../../arm/arm-error";
import { resourceGroupType } from "../../arm/resource-id";
import { mergePatch, stringAt } from "../../json";
import { regionDisplayName } from "../../regions";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";

/** Deleting a group takes as long as there are things in it. */
const deletionSecondsPerResource = 5;

/** Resource groups: done at once, except that deletion runs on and takes everything along. */
export const resourceGroup: ResourceType = {
  type: resourceGroupType,
  modelled:
    "location fixed for life; DELETE asynchronous (Location), refused while a vault in it is not empty, cascades",
  checkName: (name) =>
    /^[-\w.()]{0,89}[-\w()]$/u.test(name)
      ? undefined
      : new ArmError(
          400,
          "InvalidResourceGroup",
          `The provided resource group name '${name}' is not valid: 1 to 90 characters of letters, digits, underscores, parentheses, hyphens and periods (not at the end).`,
        ),
  put,
  patch: ({ cloud, existing, body }) => ({
    kind: "stored",
    status: 200,
    resource: cloud.revise(
      existing,
      mergePatch(existing.envelope, body["tags"] === undefined ? {} : { tags: body["tags"] }),
    ),
  }),
  remove,
  removeAbsent: ({ id }) => {
    throw groupNotFound(id.name);
  },
  absent: (id) => groupNotFound(id.name),
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const location = stringAt(body, "location");
  if (location === undefined) {
    throw new ArmError(400, "LocationRequired", "The location property is required for this definition.");
  }
  if (regionDisplayName(location) === undefined) {
    throw new ArmError(
      400,
      "LocationNotAvailableForResourceGroup",
      `The provided location '${location}' is not available for resource group.`,
    );
  }
  const envelope = {
    location,
    ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
    ...(body["managedBy"] === undefined ? {} : { managedBy: body["managedBy"] }),
    properties: { provisioningState: "Succeeded" },
  };
  return { kind: "stored", resource: cloud.record(id, resourceGroupType, envelope, { existing }) };
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  const contents = [...cloud.store.descendants(existing.id)];
  const blocker = contents.find((resource) =>
    cloud.types.find(resource.type)?.blocksDeletion?.(resource, cloud),
  );
  const reason = blocker && cloud.types.find(blocker.type)?.blocksDeletion?.(blocker, cloud);
  return {
    kind: "accepted",
    style: "resource-group",
    seconds: deletionSecondsPerResource * (contents.length + 1),
    visible: cloud.revise(existing, { ...existing.envelope, properties: { provisioningState: "Deleting" } }),
    effects: [{ kind: "remove", id: existing.id }],
    ...(blocker && reason
      ? {
          failure: {
            code: "ResourceGroupDeletionBlocked",
            message: `Deletion of resource group '${existing.name}' failed as resources with identifiers '${blocker.id}' could not be deleted. The provisioning state of the resource group will be rolled back. ${reason.code}: ${reason.message}`,
          },
          failureEffects: [{ kind: "store", resource: existing }],
        }
      : {}),
  };
}

function groupNotFound(name: string): ArmError {
  return new ArmError(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);
}
