import { ArmError } from "../../arm/arm-error";
import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { isObject, objectAt, stringAt, type JsonObject } from "../../json";
import type { ExistingResourceRequest, Outcome, ResourceType } from "../resource-type";

const groupType = "Microsoft.Insights/actionGroups";
const ruleType = "Microsoft.Insights/scheduledQueryRules";

/** Longest short name of an action group. */
const shortNameLength = 12;

/** Whom alerts tell. */
const actionGroup: ResourceType = {
  type: groupType,
  modelled:
    "at once; short name demanded, at most 12 characters; receivers kept as given, e-mail and SMS enabled",
  tracked: true,
  put: ({ cloud, id, body, existing }) => {
    const given = objectAt(body, "properties");
    const shortName = stringAt(given, "groupShortName") ?? "";
    if (shortName === "" || shortName.length > shortNameLength) {
      throw new ArmError(
        400,
        "BadRequest",
        `The field GroupShortName must be a string with a length of 1 to ${shortNameLength}.`,
      );
    }
    const emailReceivers = receivers(given, "emailReceivers").map((receiver) => ({
      useCommonAlertSchema: false,
      ...receiver,
      status: "Enabled",
    }));
    const smsReceivers = receivers(given, "smsReceivers").map((receiver) => ({
      ...receiver,
      status: "Enabled",
    }));
    const eventHubReceivers = receivers(given, "eventHubReceivers").map((receiver) => ({
      useCommonAlertSchema: false,
      ...receiver,
    }));
    const properties = {
      enabled: true,
      ...given,
      emailReceivers,
      ...(smsReceivers.length === 0 ? {} : { smsReceivers }),
      ...(eventHubReceivers.length === 0 ? {} : { eventHubReceivers }),
    };
    const { location, tags } = body;
    return {
      kind: "stored",
      resource: cloud.record(id, groupType, { location, tags: tags ?? {}, properties }, { existing }),
    };
  },
  patch,
  remove: () => ({ kind: "removed", status: 200 }),
};

/** Alerts over the logs of a workspace. */
const scheduledQueryRule: ResourceType = {
  type: ruleType,
  modelled:
    "at once; criteria and scopes demanded, workspaces and action groups must exist; the query is not run",
  tracked: true,
  put: ({ cloud, id, body, existing }) => {
    const given = objectAt(body, "properties");
    const scopes = texts(given["scopes"]);
    if (scopes.length === 0) throw badRequest("scopes");
    const criteria = objectAt(given, "criteria")["allOf"];
    if (!Array.isArray(criteria) || criteria.length === 0) throw badRequest("criteria");
    for (const target of [...scopes, ...texts(objectAt(given, "actions")["actionGroups"])]) {
      checkExists(cloud, target);
    }
    const properties = { enabled: true, autoMitigate: true, ...given };
    const { location, tags, kind } = body;
    return {
      kind: "stored",
      resource: cloud.record(
        id,
        ruleType,
        { location, tags: tags ?? {}, kind: kind ?? "LogAlert", properties },
        { existing },
      ),
    };
  },
  patch,
  remove: () => ({ kind: "removed", status: 200 }),
};

export const alertTypes: readonly ResourceType[] = [actionGroup, scheduledQueryRule];

function patch({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const properties = { ...objectAt(existing.envelope, "properties"), ...objectAt(body, "properties") };
  return {
    kind: "stored",
    status: 200,
    resource: cloud.revise(existing, {
      ...existing.envelope,
      properties,
      ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
    }),
  };
}

function receivers(given: JsonObject, name: string): readonly JsonObject[] {
  const list = given[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function badRequest(property: string): ArmError {
  return new ArmError(400, "BadRequest", `The property '${property}' of a log alert must not be empty.`);
}

function checkExists(cloud: Cloud, target: string): void {
  const id = parseResourceId(target);
  if (id !== undefined && cloud.find(id) !== undefined) return;
  throw new ArmError(404, "ResourceNotFound", `Resource ${target} not found.`);
}
