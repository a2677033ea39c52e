import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");
const refused = ["error replication-policy.hyperv.frequencies"];
const policy = (seconds: unknown) => ({ replicationIntervalInSeconds: seconds });

it.each<Case>([
  [policy(29), scope, refused],
  [policy(30), scope, "kept"],
  [policy(31), scope, refused],
  [policy(299), scope, refused],
  [policy(300), scope, "kept"],
  [policy(900), current("hyperv-vmm-to-azure"), refused],
  [policy(null), scope, "kept"],
  [policy(undefined), scope, ["? replicationIntervalInSeconds"]],
  [policy("30"), scope, ["? replicationIntervalInSeconds"]],
  [policy(900), current("vmware-to-azure"), "n/a"],
  [policy(900), in2016("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("hyperv-copy-frequency", "replication-policy", facts, within)).toEqual(expected);
});
