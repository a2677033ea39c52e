import { ArmError } from "../../arm/arm-error";
import { isGuid, stableGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { ResourceType } from "../resource-type";

const workbookType = "Microsoft.Insights/workbooks";

/**
 * Workbooks of Azure Monitor. A GET shows the content only where it asks for it.
 *
 * @see https://learn.microsoft.com/rest/api/application-insights/workbooks/get
 */
export const workbook: ResourceType = {
  type: workbookType,
  modelled:
    "at once; GUID as name, title, category and content (JSON) demanded; GET shows content with canFetchContent alone",
  tracked: true,
  checkName: (name) =>
    isGuid(name) ? undefined : badRequest(`The name of the workbook '${name}' must be a GUID.`),
  put: ({ cloud, id, body, existing }) => {
    const given = objectAt(body, "properties");
    for (const name of ["displayName", "category", "serializedData"]) {
      if ((stringAt(given, name) ?? "") === "") throw badRequest(`The property '${name}' is required.`);
    }
    if (!isJson(stringAt(given, "serializedData") ?? ""))
      throw badRequest("The property 'serializedData' is not valid JSON.");
    const { location, tags, kind } = body;
    const properties = {
      version: "Notebook/1.0",
      ...given,
      timeModified: cloud.clock.now().toISOString(),
      userId: stableGuid("workbook author"),
    };
    return {
      kind: "stored",
      resource: cloud.record(
        id,
        workbookType,
        { location, tags: tags ?? {}, kind: kind ?? "shared", properties },
        { existing },
      ),
    };
  },
  remove: () => ({ kind: "removed", status: 200 }),
  view: (resource, _cloud, query): JsonObject => {
    const { serializedData, ...summary } = objectAt(resource.envelope, "properties");
    const shown = query.get("canFetchContent") === "true" ? { ...summary, serializedData } : summary;
    const { id, name, type } = resource;
    return { ...resource.envelope, id, name, type, properties: shown };
  },
};

function badRequest(message: string): ArmError {
  return new ArmError(400, "BadRequest", message);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
