import type { ResourceProvider } from "../resource-type";
import { alertTypes } from "./alerts";
import { diagnosticSetting } from "./diagnostic-setting";
import { workbook } from "./workbook";

export const insightsProvider: ResourceProvider = {
  namespace: "Microsoft.Insights",
  types: [diagnosticSetting, ...alertTypes, workbook],
};
