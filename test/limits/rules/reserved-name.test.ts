import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const refused = ["error azure-vm.name.reserved"];

it.each<Case>([
  [{ name: "azure" }, scope, refused],
  [{ name: "SharePoint" }, scope, refused],
  [{ name: "sharepoint01" }, scope, "kept"],
  [{ name: "my-windows-box" }, scope, refused],
  [{ name: "microsoft" }, scope, refused],
  [{ name: "login-server" }, scope, refused],
  [{ name: "web-login" }, scope, "kept"],
  [{ name: "azure", azureName: "db01" }, scope, "kept"],
  [{ name: "db01", azureName: "Excel" }, scope, refused],
  [{ name: null }, scope, ["? name"]],
  [{ name: "azure" }, current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("reserved-name", "machine", facts, within)).toEqual(expected);
});
