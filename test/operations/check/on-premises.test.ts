import { describe, expect, it } from "vitest";
import type { VaultCheck } from "../../../operations/check/vault-check";
import { machineStates, onPremisesProviders, onPremisesVault, untold } from "./on-premises-vault";
import { checkSeeded } from "./simulated-check";

/** Names of the live findings that a machine has. */
const rulesOf = (check: VaultCheck, machine: string): readonly string[] =>
  (check.machines.find(({ name }) => name === machine)?.findings ?? [])
    .filter(({ ref }) => ref.startsWith("ASR-L"))
    .map(({ rule }) => rule);

describe.each(onPremisesProviders)("a check of %s machines", (provider) => {
  const told = Object.keys(machineStates).filter((name) => !untold[provider].includes(name));

  it("finds nothing against sound ones but that their way of replicating is retired", async () => {
    const check = await checkSeeded(onPremisesVault(provider, ["sound", "another"]));
    const retired =
      provider === "InMageAzureV2" ? ["classic-experience-retired", "classic-provider-retired"] : [];
    expect(check.machines.map(({ name, findings }) => [name, findings.map(({ rule }) => rule)])).toEqual([
      ["sound", retired],
      ["another", retired],
    ]);
    expect([check.verdict, check.findings]).toEqual([retired.length === 0 ? "ready" : "not-ready", []]);
  });

  it("sees each state in the machine that is in it, and in no other", async () => {
    const check = await checkSeeded(onPremisesVault(provider, ["sound", ...told]));
    for (const name of told) expect(rulesOf(check, name), name).toContain(name);
    for (const name of told) {
      const machines = check.machines.filter((machine) => rulesOf(check, machine.name).includes(name));
      expect(machines.map((machine) => machine.name)).toEqual([name]);
    }
    expect(rulesOf(check, "sound")).toEqual([]);
  });
});
