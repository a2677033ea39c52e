import { elementsOf } from "../../vault/part";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "provider-disconnected",
  ref: "ASR-L27",
  title: "Registered servers are connected and their provider is supported",
  rationale: "A server that is not connected cannot be told to fail over, and its machines do not replicate.",
  remedy: "Start the server's Site Recovery services, or update its provider.",
  source: monitoring("Monitor infrastructure"),
  needs: ["providers"],
  *examine({ snapshot }) {
    for (const { id = "", name = "", properties } of elementsOf(snapshot.providers) ?? []) {
      const subject = { kind: "provider" as const, name: properties?.friendlyName ?? name, id };
      const connection = properties?.connectionStatus ?? "";
      if (/^(?:not ?connected|disconnected)$/i.test(connection)) {
        yield observed({
          severity: "error",
          subject,
          observed: connection,
          expected: "Connected",
          message: "The server is not connected to the service.",
        });
      }
      const status = properties?.providerVersionDetails?.status ?? properties?.providerVersionState ?? "";
      if (/^(?:deprecated|updaterequired|securityupdaterequired|expired)$/i.test(status)) {
        yield observed({
          severity: /^updaterequired$/i.test(status) ? "warning" : "error",
          subject,
          observed: `${properties?.providerVersion ?? "provider"}: ${status}`,
          expected: "Supported",
          message: `The provider ${properties?.providerVersion ?? ""} is ${status}.`.replace("  ", " "),
          remedy: "Update the provider.",
        });
      }
    }
  },
});
