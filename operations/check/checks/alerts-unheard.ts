import { elementsOf } from "../../vault/part";
import { vaultSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "alerts-unheard",
  ref: "ASR-L29",
  title: "Somebody gets the vault's e-mail alerts",
  rationale: "A replication that turns critical at night is noticed in the disaster.",
  remedy: "Send the vault's alerts to its owners or to an address that people read.",
  source: monitoring("Subscribe to email notifications"),
  needs: ["alertSettings"],
  *examine(vault) {
    const settings = elementsOf(vault.snapshot.alertSettings) ?? [];
    const heard = settings.some(
      ({ properties }) =>
        properties?.sendToOwners === "Send" || (properties?.customEmailAddresses ?? []).length > 0,
    );
    if (heard) return;
    yield observed({
      severity: "warning",
      subject: vaultSubject(vault),
      observed: "nobody",
      message: "No e-mail address is told of the vault's events.",
    });
  },
});
