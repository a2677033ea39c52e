import { createHash } from "node:crypto";
import { ArmError } from "../../arm/arm-error";
import { stableGuid } from "../../guid";
import { objectAt, stringAt } from "../../json";
import type { ResourceType } from "../resource-type";
import { vaultType } from "./type-names";

/** Hours that a certificate is good for where the request names none. */
const defaultValidityInHours = 48;

/**
 * Certificates that servers register by: uploaded, or issued by the service. They are shown once, when they are made.
 *
 * @see https://github.com/Azure/azure-rest-api-specs/issues/22572
 */
export const vaultCertificate: ResourceType = {
  type: `${vaultType}/certificates`,
  modelled:
    "PUT alone: takes a certificate or issues one (`certificateCreateOptions`), which is a text of its own and no X.509",
  put: ({ cloud, id, body }) => {
    const given = stringAt(objectAt(body, "properties"), "certificate");
    const asked = objectAt(body, "certificateCreateOptions")["validityInHours"];
    const hours = typeof asked === "number" ? asked : defaultValidityInHours;
    if (hours <= 0) {
      throw new ArmError(400, "InvalidCertificateValidity", `The validity of ${hours} hours is not valid.`);
    }
    const from = cloud.clock.now();
    const digest = createHash("sha1")
      .update(`${id.key}\n${from.toISOString()}\n${given ?? ""}`)
      .digest("hex");
    const vaultId = id.parentId ?? "";
    return {
      kind: "answered",
      status: 200,
      body: {
        id: id.id,
        name: id.name,
        type: `${vaultType}/certificates`,
        properties: {
          authType: "AzureActiveDirectory",
          aadAudience: `api://${stableGuid("tenant")}/RecoveryServiceVault/${vaultId.split("/").at(-1) ?? ""}`,
          aadAuthority: "https://login.windows.net",
          aadTenantId: stableGuid("tenant"),
          azureManagementEndpointAudience: "https://rp1.recoveryservices.simulated/restapi/",
          certificate: given ?? Buffer.from(`issued:${digest}`).toString("base64"),
          friendlyName: "",
          issuer: "CN=Windows Azure Tools",
          resourceId: Number.parseInt(digest.slice(0, 12), 16),
          servicePrincipalClientId: stableGuid(`${vaultId}/client`),
          servicePrincipalObjectId: stableGuid(`${vaultId}/object`),
          subject: "CN=Windows Azure Tools",
          thumbprint: digest.toUpperCase(),
          validFrom: from.toISOString(),
          validTo: new Date(from.getTime() + hours * 3_600_000).toISOString(),
        },
      },
    };
  },
};
