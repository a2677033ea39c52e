import { ArmError } from "../../arm/arm-error";
import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { defaultSecurityRules } from "./default-security-rules";
import { checkNetworkName, patchTags, quotedEtag, withoutReadOnly } from "./network-resource";
import { checkSecurityRule } from "./security-rule-checks";

export const securityGroupType = "Microsoft.Network/networkSecurityGroups";
export const securityRuleType = `${securityGroupType}/securityRules`;

const secondsToWrite = 3;

/** Network security groups, with the rules they are created with. */
export const networkSecurityGroup: ResourceType = {
  type: securityGroupType,
  modelled:
    "PUT with Azure-AsyncOperation; rules in the body are rules of their own and replace those there were; the six default rules; priorities unique a direction; DELETE refused while a subnet or interface refers to it",
  tracked: true,
  sendsETag: true,
  inlined: { securityRules: "securityRules" },
  checkName: (name) => checkNetworkName("network security group", name),
  put: putGroup,
  patch: patchTags,
  remove: removeGroup,
  view: groupView,
};

/** Rules as resources of their own. */
export const securityRule: ResourceType = {
  type: securityRuleType,
  modelled: "PUT with Azure-AsyncOperation; access, direction, protocol and priority checked",
  sendsETag: true,
  checkName: (name) => checkNetworkName("security rule", name),
  put: putRule,
  remove: ({ existing }) => ({
    kind: "accepted",
    style: "network",
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  }),
  view: ruleView,
};

function putGroup({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  const rules = objectsAt(given, "securityRules");
  rules.forEach((rule, index) => {
    checkSecurityRule(stringAt(rule, "name") ?? "", objectAt(rule, "properties"), rules.slice(0, index));
  });
  const { securityRules: _rules, defaultSecurityRules: _defaults, ...rest } = withoutReadOnly(given);
  const record = cloud.record(
    id,
    securityGroupType,
    {
      location: body["location"],
      ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
      properties: { ...rest, resourceGuid: stableGuid(`security group ${id.key}`) },
    },
    { existing },
  );
  for (const rule of existing ? cloud.store.owned(existing.id, securityRuleType) : [])
    cloud.store.remove(rule.id);
  cloud.store.put(record);
  for (const rule of rules) {
    const ruleId = parseResourceId(`${record.id}/securityRules/${stringAt(rule, "name") ?? ""}`);
    if (ruleId) cloud.store.put(ruleRecord(cloud, ruleId, objectAt(rule, "properties"), undefined));
  }
  return { kind: "accepted", style: "network", seconds: secondsToWrite, visible: record, effects: [] };
}

function removeGroup({ cloud, existing }: ExistingResourceRequest): Outcome {
  const key = existing.id.toLowerCase();
  const user = cloud.store.all().find((candidate) => {
    const reference = objectAt(objectAt(candidate.envelope, "properties"), "networkSecurityGroup");
    return stringAt(reference, "id")?.toLowerCase() === key;
  });
  if (user) {
    throw new ArmError(
      400,
      "InUseNetworkSecurityGroupCannotBeDeleted",
      `Network security group ${existing.id} cannot be deleted because it is in use by the following resources: ${user.id}. In order to delete the Network security group, remove the association with the resource(s).`,
    );
  }
  return {
    kind: "accepted",
    style: "network",
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  };
}

function putRule({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  const others = cloud.store
    .owned(id.parentId ?? "", securityRuleType)
    .filter((other) => other.id.toLowerCase() !== id.key)
    .map((other) => ({ name: other.name, ...other.envelope }));
  checkSecurityRule(id.name, given, others);
  const record = ruleRecord(cloud, id, given, existing);
  return { kind: "accepted", style: "network", seconds: secondsToWrite, visible: record, effects: [] };
}

function ruleRecord(
  cloud: Cloud,
  id: ResourceId,
  given: JsonObject,
  existing: StoredResource | undefined,
): StoredResource {
  const empty = {
    sourcePortRanges: [],
    destinationPortRanges: [],
    sourceAddressPrefixes: [],
    destinationAddressPrefixes: [],
  };
  const properties = { provisioningState: "Succeeded", ...withoutReadOnly(given) };
  return cloud.record(id, securityRuleType, { properties: { ...empty, ...properties } }, { existing });
}

function ruleView(rule: StoredResource): JsonObject {
  return {
    name: rule.name,
    id: rule.id,
    etag: quotedEtag(rule),
    type: securityRuleType,
    properties: rule.envelope["properties"],
  };
}

function groupView(resource: StoredResource, cloud: Cloud): JsonObject {
  const updating = cloud.operations.runningOn(resource.id).length > 0;
  const subnets = cloud.store
    .all()
    .filter((candidate) => {
      if (candidate.type !== "Microsoft.Network/virtualNetworks/subnets") return false;
      const reference = objectAt(objectAt(candidate.envelope, "properties"), "networkSecurityGroup");
      return stringAt(reference, "id")?.toLowerCase() === resource.id.toLowerCase();
    })
    .map((candidate) => ({ id: candidate.id }));
  return {
    name: resource.name,
    id: resource.id,
    etag: quotedEtag(resource),
    type: securityGroupType,
    ...resource.envelope,
    properties: {
      provisioningState: updating ? "Updating" : "Succeeded",
      ...objectAt(resource.envelope, "properties"),
      securityRules: cloud.store.owned(resource.id, securityRuleType).map(ruleView),
      defaultSecurityRules: defaultSecurityRules(resource.id, quotedEtag(resource)),
      ...(subnets.length > 0 ? { subnets } : {}),
    },
  };
}
