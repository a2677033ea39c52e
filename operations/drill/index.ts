export { clean, type CleanedTarget, type CleanRequest } from "./clean";
export { drill } from "./drill";
export { wallClock, type DrillClock, type DrillEnvironment } from "./drill-environment";
export { DrillInputError } from "./drill-input-error";
export { drillDefaults, type DrillRequest } from "./drill-request";
export { drillEvidenceSchema, type DrillEvidence } from "./evidence";
export { cleanCommand, machineAddress, planAddress } from "./target";
export { Journal, journalFolder } from "./journal";
export { parseProbeFile, probeFileSchema, type MachineProbes } from "./probes/probe-file";
export {
  evidenceName,
  readHistory,
  worstRpoSeconds,
  type DrillHistory,
  type PastDrill,
  type PlanHistory,
} from "./history";
export { manifestName, manifestOf, verifyEvidence, type Manifest, type Verification } from "./manifest";
