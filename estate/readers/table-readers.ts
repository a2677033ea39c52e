import { azureMigrateAssessment } from "./azure-migrate/assessment-export";
import { azureMigrateDiscovery } from "./azure-migrate/discovery-report";
import { azureMigrateImport } from "./azure-migrate/import-csv";
import { hyperV } from "./hyper-v/inventory";
import { powercli } from "./powercli/inventory";
import type { TableReader } from "./reader";
import { rvtools } from "./rvtools/workbook";
import { siteRecoveryAtScale } from "./site-recovery/at-scale";

/** Formats whose inventories are tables, in the order in which they are tried. */
export const tableReaders: readonly TableReader[] = [
  azureMigrateAssessment,
  azureMigrateDiscovery,
  azureMigrateImport,
  siteRecoveryAtScale,
  hyperV,
  rvtools,
  powercli,
];
