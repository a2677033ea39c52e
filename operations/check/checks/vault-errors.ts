import { valueOf } from "../../vault/part";
import { vaultSubject } from "../checked-vault";
import { healthErrorsText } from "../health";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "vault-errors",
  ref: "ASR-L25",
  title: "The service reports no error of the vault itself",
  rationale:
    "An error of the vault, such as a lapsed subscription or a lost key, concerns all of its machines.",
  remedy: "Do what the service recommends for the error.",
  source: monitoring("Monitor in the dashboard"),
  needs: ["health"],
  *examine(vault) {
    for (const error of valueOf(vault.snapshot.health)?.properties?.vaultErrors ?? []) {
      yield observed({
        severity: error.errorLevel?.toLowerCase() === "warning" ? "warning" : "error",
        subject: vaultSubject(vault),
        observed: error.errorCode ?? error.errorLevel ?? "error",
        message: `The service reports${healthErrorsText([error]).replace(/^:/, "")}.`,
        ...(error.recommendedAction ? { remedy: error.recommendedAction } : {}),
      });
    }
  },
});
