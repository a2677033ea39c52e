export { clean, type CleanedPlan, type CleanRequest } from "./clean";
export { drill } from "./drill";
export { wallClock, type DrillClock, type DrillEnvironment } from "./drill-environment";
export { DrillInputError } from "./drill-input-error";
export { drillDefaults, type DrillRequest } from "./drill-request";
export { drillEvidenceSchema, type DrillEvidence } from "./evidence";
export { Journal, journalFolder } from "./journal";
export { parseProbeFile, probeFileSchema, type MachineProbes } from "./probes/probe-file";
