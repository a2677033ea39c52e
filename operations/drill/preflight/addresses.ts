import { isAbsent } from "../../../azure/azure-error";
import type { AzureSession } from "../azure-session";
import type { PreflightFinding } from "../evidence";
import type { ProtectedMachine } from "../protected-machine";
import type { Network } from "./networks";
import { nameOf } from "./isolation";

const networkApiVersion = "2024-05-01";

interface Usages {
  readonly value?: readonly { readonly currentValue?: number; readonly limit?: number }[];
}

interface Availability {
  readonly available?: boolean;
}

/** Whether the network lies in the recovery region, has addresses free, and the static ones of tests among them. */
export async function checkAddresses(
  azure: AzureSession,
  network: Network,
  machines: readonly ProtectedMachine[],
): Promise<readonly PreflightFinding[]> {
  const subject = nameOf(network.id);
  const findings: PreflightFinding[] = [];
  const elsewhere = machines.filter(
    ({ targetRegion }) =>
      targetRegion !== undefined && regionKey(targetRegion) !== regionKey(network.location),
  );
  if (elsewhere.length > 0) {
    findings.push({
      check: "addresses",
      status: "error",
      subject,
      message: `The network lies in ${network.location}, but ${elsewhere.map(({ name, targetRegion }) => `${name} recovers in ${targetRegion ?? ""}`).join(", ")}.`,
      remedy: "Name a network of the recovery region with --network.",
    });
  }
  if (network.subnets.length === 0) {
    findings.push({
      check: "addresses",
      status: "error",
      subject,
      message: "The network has no subnet to put machines into.",
      remedy: "Add a subnet, by the name of the recovery subnet.",
    });
    return findings;
  }
  findings.push(await capacity(azure, network, machines));
  for (const { name, testAddresses } of machines) {
    for (const address of testAddresses) findings.push(await staticAddress(azure, network, name, address));
  }
  return findings;
}

async function capacity(
  azure: AzureSession,
  network: Network,
  machines: readonly ProtectedMachine[],
): Promise<PreflightFinding> {
  const subject = nameOf(network.id);
  const needed = machines.reduce((sum, { nicCount }) => sum + nicCount, 0);
  const read = await azure.attempt(({ arm }) => arm.get(`${network.id}/usages`, networkApiVersion));
  const usages = "failure" in read ? [] : ((read.value as Usages).value ?? []);
  // A network without a single usage is one that Azure does not count, not one without room.
  if ("failure" in read || usages.length === 0) {
    const isTold = "failure" in read && !isAbsent(read.failure);
    return {
      check: "addresses",
      status: "unknown",
      subject,
      message: `How many addresses are free is unknown: ${isTold ? read.failure.message : "Azure tells no usage of this network."}`,
      remedy: "Give the identity Microsoft.Network/virtualNetworks/usages/read.",
    };
  }
  const free = usages.reduce(
    (sum, { limit = 0, currentValue = 0 }) => sum + Math.max(0, limit - currentValue),
    0,
  );
  return free < needed
    ? {
        check: "addresses",
        status: "error",
        subject,
        message: `${free} addresses are free, and the machines' adapters need ${needed}.`,
        remedy: "Add a subnet or remove what is left in the network.",
      }
    : {
        check: "addresses",
        status: "ok",
        subject,
        message: `${free} addresses are free, ${needed} are needed.`,
      };
}

async function staticAddress(
  azure: AzureSession,
  network: Network,
  machine: string,
  address: string,
): Promise<PreflightFinding> {
  const read = await azure.attempt(({ arm }) =>
    arm.get(
      `${network.id}/CheckIPAddressAvailability?ipAddress=${encodeURIComponent(address)}`,
      networkApiVersion,
    ),
  );
  if ("failure" in read) {
    const message = `Whether the test address ${address} is free is unknown: ${isAbsent(read.failure) ? "Azure does not tell" : read.failure.message}`;
    return { check: "addresses", status: "unknown", subject: machine, message };
  }
  if ((read.value as Availability).available === true) {
    return {
      check: "addresses",
      status: "ok",
      subject: machine,
      message: `The test address ${address} is free.`,
    };
  }
  return {
    check: "addresses",
    status: "error",
    subject: machine,
    message: `The test address ${address} is taken or lies in no subnet of ${nameOf(network.id)}.`,
    remedy: "Free it, or set another address for tests on the protected item.",
  };
}

/** `West Europe` and `westeurope` are one region. */
function regionKey(region: string): string {
  return region.replaceAll(" ", "").toLowerCase();
}
