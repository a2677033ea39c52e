import type { AzureSession } from "../azure-session";
import { DrillInputError } from "../drill-input-error";
import type { DrillRequest } from "../drill-request";
import type { DrillSubject } from "../drill-subject";
import type { PreflightFinding } from "../evidence";
import { checkAddresses } from "./addresses";
import { checkIsolation, nameOf } from "./isolation";
import { checkGroups, checkHealth, checkLeftovers } from "./machine-checks";
import { NetworkReader } from "./networks";
import { productionNetworks } from "./production-networks";
import { checkQuota } from "./quota";
import { chooseNetwork, type ChosenNetwork } from "./test-network";

/** What was looked at before the start. */
export interface Preflight {
  readonly network: ChosenNetwork & { readonly productionAllowed: boolean };
  readonly findings: readonly PreflightFinding[];
}

/**
 * Looks whether a plan or machines can be drilled now, without changing anything.
 *
 * @throws DrillInputError when the network is not chosen, or is not isolated and that was not allowed twice.
 * @throws AzureError when the vault cannot be read.
 */
export async function preflight(
  azure: AzureSession,
  subject: DrillSubject,
  request: DrillRequest,
): Promise<Preflight> {
  const { machines } = subject;
  const findings = [
    ...checkGroups(subject, request.completeManualActions === true),
    ...checkHealth(machines),
    ...checkLeftovers(subject),
  ];
  const chosen = chooseNetwork(request.networkId, machines);
  const productionAllowed = isAllowedTwice(request, chosen.id);
  const networks = new NetworkReader(azure);
  const production = await productionNetworks(azure, subject);
  const isolation = [
    ...production.findings,
    ...(await checkIsolation(chosen.id, production.networks, networks)),
  ];
  const read = await networks.read(chosen.id);
  const refusal = isolation.find(({ status }) => status === "error");
  if (refusal !== undefined && (read.kind === "absent" || !productionAllowed)) {
    throw new DrillInputError(`${refusal.subject}: ${refusal.message} ${refusal.remedy ?? ""}`.trim());
  }
  findings.push(
    ...isolation.map((finding) =>
      finding.status === "error"
        ? { ...finding, status: "warning" as const, remedy: "It was allowed twice." }
        : finding,
    ),
  );
  if (read.kind === "network") {
    const region = read.network.location;
    findings.push(
      ...(await checkAddresses(azure, read.network, machines)),
      ...(await checkQuota(azure, region, machines)),
    );
  }
  return { network: { ...chosen, productionAllowed }, findings };
}

/** @throws DrillInputError when only one of the two flags is given, or the name is another one. */
function isAllowedTwice(request: DrillRequest, networkId: string): boolean {
  const { allowProductionNetwork = false, confirmProductionNetwork: confirmed } = request;
  if (!allowProductionNetwork && confirmed === undefined) return false;
  const name = nameOf(networkId);
  if (allowProductionNetwork && confirmed?.toLowerCase() === name.toLowerCase()) return true;
  throw new DrillInputError(
    "A network that is not isolated has to be allowed twice: --allow-production-network and " +
      `--confirm-production-network ${name}.`,
  );
}
