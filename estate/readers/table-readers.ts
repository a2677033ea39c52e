import { azureMigrateAssessment } from "./azure-migrate/assessment-export";
import { azureMigrateCore } from "./azure-migrate/core-report";
import { azureMigrateDependencies } from "./azure-migrate/dependency-export";
import { azureMigrateDiscovery } from "./azure-migrate/discovery-report";
import { azureMigrateImport } from "./azure-migrate/import-csv";
import { hyperV } from "./hyper-v/inventory";
import { performance } from "./performance/measurements";
import { powercli } from "./powercli/inventory";
import type { TableReader } from "./reader";
import { resourceGraph } from "./resource-graph/inventory";
import { rvtools } from "./rvtools/workbook";
import { siteRecoveryAtScale } from "./site-recovery/at-scale";
import { deploymentPlanner } from "./site-recovery/deployment-planner";
import { vmList } from "./vm-list";

/** Formats whose inventories are tables, in the order in which they are tried. */
export const tableReaders: readonly TableReader[] = [
  azureMigrateAssessment,
  azureMigrateCore,
  azureMigrateDiscovery,
  azureMigrateImport,
  azureMigrateDependencies,
  siteRecoveryAtScale,
  deploymentPlanner,
  resourceGraph,
  hyperV,
  rvtools,
  powercli,
  performance,
  vmList,
];
