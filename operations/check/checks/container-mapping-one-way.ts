import { elementsOf } from "../../vault/part";
import { defineCheck, observed } from "../live-check";
import { reprotect } from "../sources";

export const check = defineCheck({
  name: "container-mapping-one-way",
  ref: "ASR-L14",
  title: "Protection containers of two Azure regions are mapped in both directions",
  rationale:
    "Reprotection after a failover needs the mapping back; without it the machines stay unprotected.",
  remedy: "Create the container mapping back from the target container to the source container.",
  source: reprotect("Prerequisites"),
  needs: ["containerMappings", "fabrics"],
  *examine({ snapshot }) {
    const mappings = (elementsOf(snapshot.containerMappings) ?? []).filter(
      // On premises and classic mappings lead to "Microsoft Azure"; what comes back has a policy of its own.
      ({ properties }) => properties?.providerSpecificDetails?.instanceType === "A2A",
    );
    const ways = new Set(
      mappings.map((mapping) => `${sourceOf(mapping.id)}>${targetOf(mapping.properties)}`),
    );
    for (const { id = "", name = "", properties } of mappings) {
      const [source, target] = [sourceOf(id), targetOf(properties)];
      if (source === target || ways.has(`${target}>${source}`)) continue;
      yield observed({
        severity: "error",
        subject: { kind: "container-mapping", name, id },
        observed: "one direction",
        expected: "both directions",
        message: `Container ${properties?.sourceProtectionContainerFriendlyName ?? lastOf(source)} is mapped to ${properties?.targetProtectionContainerFriendlyName ?? lastOf(target)}, and nothing is mapped back.`,
      });
    }
  },
});

function sourceOf(id = ""): string {
  return id.replace(/\/replicationProtectionContainerMappings\/.*$/i, "").toLowerCase();
}

function targetOf(properties: { readonly targetProtectionContainerId?: string } | undefined): string {
  return properties?.targetProtectionContainerId?.toLowerCase() ?? "";
}

function lastOf(id: string): string {
  return id.split("/").at(-1) ?? "";
}
