import { describe, expect, it } from "vitest";
import { demandKnownNetworks } from "../../../estate/planning/recovery-subnets";
import { planNetwork } from "../../../estate/planning/networks";

const machines = ["a", "b"].map((name) => ({ name, nics: [{ network: "LAN" }, { network: "DMZ" }] }));

describe("recovery subnets that are given", () => {
  it("belong to a network that a machine is in", () => {
    demandKnownNetworks(machines, new Map([["LAN", "10.1.0.0/24"]]));
    expect(() => {
      demandKnownNetworks(machines, new Map([["Lan1", "10.1.0.0/24"]]));
    }).toThrow(/No machine is in the network "Lan1".*Use one of "DMZ", "LAN"\./);
  });

  it("hold the adapters of their network and the addresses that Azure keeps", () => {
    const given = (range: string) =>
      planNetwork(machines, new Set(), undefined, new Map([["LAN", range]])).subnets;
    expect(given("10.1.0.0/29")).toContainEqual({ name: "lan", addressPrefix: "10.1.0.0/29" });
    expect(() => given("10.1.0.0/30")).toThrow(
      /10\.1\.0\.0\/30 of "LAN" is too small for 2 adapters.*at least 7/,
    );
  });
});
