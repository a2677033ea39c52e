import { z } from "zod";
import { azureId, name, newOrExisting, region, tags } from "./new-or-existing";

export const monitoring = z.strictObject({
  workspace: newOrExisting(
    "Microsoft.OperationalInsights/workspaces",
    z.strictObject({
      name,
      location: region.optional(),
      sku: z.string().optional(),
      retentionInDays: z.number().int().positive().optional(),
      tags: tags.optional(),
    }),
  ).optional(),
  logCategories: z.array(z.string()).optional(),
  alerts: z
    .strictObject({
      emailAddresses: z.array(z.email()).optional(),
      notifyOwners: z.boolean().optional(),
      locale: z.string().optional(),
    })
    .optional(),
  logAlerts: z
    .strictObject({
      rpoThresholdInMinutes: z.number().positive().optional(),
      drillAgeInDays: z.number().positive().optional(),
      actionGroupId: azureId("Microsoft.Insights/actionGroups").optional(),
    })
    .optional()
    .meta({ description: "Alerts of Azure Monitor over the workspace; they tell the addresses of alerts." }),
  workbook: z
    .strictObject({
      displayName: name.optional().meta({ description: "Title in the portal." }),
      workbookName: z.guid().optional().meta({ description: "Name of the resource." }),
      daysShown: z
        .int()
        .positive()
        .optional()
        .meta({ description: "Days that its charts show; 7 where absent." }),
    })
    .optional()
    .meta({ description: "A workbook over the workspace; it belongs to logAlerts." }),
});
