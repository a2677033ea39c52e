import { documentRows } from "./document";
import { vaultRows } from "./vault";
import { storageRows } from "./storage";
import { additionalStorageRows } from "./additional-storage";
import { failbackRows } from "./failback";
import { networksRows } from "./networks";
import { policiesRows } from "./policies";
import { replicationRows } from "./replication";
import { machinesRows } from "./machines";
import { sourceFactsRows } from "./source-facts";
import { recoveryPlansRows } from "./recovery-plans";
import { monitoringRows } from "./monitoring";
import type { FieldRow } from "../row";

/** Every field of the document with what it does. */
export const fieldRows: readonly FieldRow[] = [
  ...documentRows,
  ...vaultRows,
  ...storageRows,
  ...additionalStorageRows,
  ...failbackRows,
  ...networksRows,
  ...policiesRows,
  ...replicationRows,
  ...machinesRows,
  ...sourceFactsRows,
  ...recoveryPlansRows,
  ...monitoringRows,
];
