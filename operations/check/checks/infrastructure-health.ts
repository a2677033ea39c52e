import { applianceParts } from "../components";
import { elementsOf } from "../../vault/part";
import { healthErrorsText, healthSeverity } from "../health";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "infrastructure-health",
  ref: "ASR-L26",
  title: "Fabrics, container mappings and appliances are healthy",
  rationale: "An unhealthy server or mapping drags down every machine that replicates through it.",
  remedy: "Open the server or mapping in the vault and do what its health errors recommend.",
  source: monitoring("Monitor infrastructure"),
  needs: ["fabrics", "containerMappings", "appliances"],
  *examine({ snapshot }) {
    for (const { id = "", name = "", properties } of elementsOf(snapshot.fabrics) ?? []) {
      const severity = healthSeverity(properties?.health);
      if (severity === undefined) continue;
      yield observed({
        severity,
        subject: { kind: "fabric", name: properties?.friendlyName ?? name, id },
        observed: properties?.health ?? "",
        expected: "Normal",
        message: `The fabric's health is ${properties?.health}${healthErrorsText(properties?.healthErrorDetails ?? [])}.`,
      });
    }
    for (const { id = "", name = "", properties } of elementsOf(snapshot.containerMappings) ?? []) {
      const severity = healthSeverity(properties?.health);
      if (severity === undefined) continue;
      yield observed({
        severity,
        subject: { kind: "container-mapping", name, id },
        observed: properties?.health ?? "",
        expected: "Normal",
        message: `The mapping's health is ${properties?.health}${healthErrorsText(properties?.healthErrorDetails ?? [])}.`,
      });
    }
    for (const { subject, health } of applianceParts(snapshot)) {
      const severity = healthSeverity(health);
      if (severity === undefined) continue;
      yield observed({
        severity,
        subject,
        observed: health ?? "",
        expected: "Normal",
        message: `The component's health is ${health}.`,
      });
    }
  },
});
