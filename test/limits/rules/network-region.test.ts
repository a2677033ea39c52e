import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const vault = { location: "westeurope" };

it.each<Case>([
  [{ vault, networks: [{ location: "West Europe" }] }, in2016("vmware-to-azure"), "kept"],
  [
    { vault, networks: [{ location: "westeurope" }, { location: "northeurope" }] },
    in2016("hyperv-to-azure"),
    ["error azure-network.region.same-as-vault"],
  ],
  [{ vault, networks: [{}] }, in2016("vmware-to-azure"), ["? networks[].location"]],
  [{ networks: [{ location: "westeurope" }] }, in2016("vmware-to-azure"), ["? vault.location"]],
  [{ vault }, in2016("vmware-to-azure"), ["? networks"]],
  [{ vault, networks: [] }, in2016("vmware-to-azure"), "n/a"],
  [{ vault, networks: [{ location: "northeurope" }] }, in2019("vmware-to-azure"), "n/a"],
  [{ vault, networks: [{ location: "northeurope" }] }, current("vmware-to-azure"), "n/a"],
  [
    { vault, networks: [{ location: "northeurope" }] },
    current("hyperv-to-azure"),
    ["error landing-zone.region"],
  ],
])("%j in %j: %j", (deployment, scope, expected) => {
  expect(verdictOn("network-region", "deployment", deployment, scope)).toEqual(expected);
});
