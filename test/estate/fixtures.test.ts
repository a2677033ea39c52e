import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { azureMigrate, rvtools3, rvtools4 } from "../fixtures/inventories/sheets";
import { fixture } from "./fixture";
import { buildWorkbook } from "./workbook/build-workbook";

/** The workbooks of the fixtures folder, with the way a program writes text: shared strings or in the cells. */
const workbooks = {
  "rvtools-4.xlsx": buildWorkbook(rvtools4, { sharedStrings: true }),
  "rvtools-3.xlsx": buildWorkbook(rvtools3),
  "azure-migrate.xlsx": buildWorkbook(azureMigrate, { sharedStrings: true }),
};

it.each(Object.entries(workbooks))("%s is what its generator writes", (name, content) => {
  if (process.env["ASR_UPDATE_FIXTURES"] !== undefined) writeFileSync(fixture(name), content);
  expect(readFileSync(join(fixture(name))).equals(content)).toBe(true);
});
