import { resourceIdProblems } from "../inputs/existing";
import type { InputProblem } from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import type { EndpointLevel } from "./private-endpoint";

/**
 * What is wrong with private endpoints: two zones of one name do not fit into one resource group, and a zone that no
 * network is linked with resolves nothing.
 */
export function privateEndpointProblems(
  endpoints: readonly EndpointLevel[],
  resourceGroupName: unknown,
): readonly InputProblem[] {
  const seen = new Set<unknown>();
  return endpoints.flatMap(({ subnetId, newPrivateDnsZone, privateDnsZoneIds }, index) => {
    const at = `privateEndpoints[${index}]`;
    const path = `${at}.newPrivateDnsZone`;
    const problems = [
      ...((subnetId as unknown) === undefined
        ? [{ propertyPath: `${at}.subnetId`, reason: "Missing: the id of the endpoint's subnet." }]
        : []),
      ...(privateDnsZoneIds ?? []).flatMap((id, zone) =>
        isPending(id)
          ? []
          : resourceIdProblems(`${at}.privateDnsZoneIds[${zone}]`, id, "Microsoft.Network/privateDnsZones"),
      ),
    ];
    if (newPrivateDnsZone === undefined) return problems;
    const group = newPrivateDnsZone.resourceGroupName ?? resourceGroupName;
    const taken = seen.has(group);
    seen.add(group);
    return [
      ...problems,
      ...(taken
        ? [
            {
              propertyPath: `${path}.resourceGroupName`,
              reason:
                "The zone of another endpoint lies in this resource group, and both have the same name: name another group.",
            },
          ]
        : []),
      ...((newPrivateDnsZone.virtualNetworkIds as readonly unknown[] | undefined)?.length
        ? []
        : [
            {
              propertyPath: `${path}.virtualNetworkIds`,
              reason: "Missing: name at least the network of the endpoint.",
            },
          ]),
    ];
  });
}
