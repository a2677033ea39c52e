import { expect, it } from "vitest";
import { in2016, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");

it.each<Case>([
  [{ failback: { siteConnection: "vpn" } }, scope, "kept"],
  [{ failback: { siteConnection: "express-route" } }, scope, "kept"],
  [{ failback: { siteConnection: null } }, scope, ["error failback.site-connection"]],
  [{ failback: {} }, scope, ["? failback.siteConnection"]],
  // Without a planned failback nothing is asked for.
  [{}, scope, "n/a"],
  [{ failback: { siteConnection: null } }, in2016("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("failback-site-connection", "deployment", facts, within)).toEqual(expected);
});
