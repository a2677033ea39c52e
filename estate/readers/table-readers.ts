import { azureMigrateAssessment } from "./azure-migrate/assessment-export";
import { azureMigrateImport } from "./azure-migrate/import-csv";
import type { TableReader } from "./reader";
import { rvtools } from "./rvtools/workbook";

/** Formats whose inventories are tables, in the order in which they are tried. */
export const tableReaders: readonly TableReader[] = [azureMigrateAssessment, azureMigrateImport, rvtools];
