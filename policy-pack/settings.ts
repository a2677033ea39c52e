import { Config } from "@pulumi/pulumi";
import { isEdition, type Edition } from "../limits/editions";
import { isScenario, type Scenario } from "../limits/scenarios";
import { settingsSchema, type Settings } from "./settings-schema";
import { z } from "zod";

/** What the run is judged by, and what is wrong with how that was said. */
export interface RunSettings {
  readonly settings: Settings;
  /** Of the stack's configuration, `azure-siterecovery:edition` and `azure-siterecovery:scenario`. */
  readonly stackEdition: Edition | undefined;
  readonly stackScenario: Scenario | undefined;
  /** ISO date. */
  readonly asOf: string;
  readonly problems: readonly string[];
}

/** @param configuration The pack configuration's object for the policy `settings`. */
export function readSettings(configuration: object): RunSettings {
  const parsed = settingsSchema.safeParse(configuration);
  const config = new Config("azure-siterecovery");
  const edition = config.get("edition");
  const scenario = config.get("scenario");
  const settings = parsed.success ? parsed.data : {};
  return {
    settings,
    stackEdition: isEdition(edition) ? edition : undefined,
    stackScenario: isScenario(scenario) ? scenario : undefined,
    asOf: settings.asOf ?? new Date().toISOString().slice(0, "2000-01-01".length),
    problems: [
      ...(parsed.success
        ? []
        : [`The configuration of the policy settings is unusable: ${z.prettifyError(parsed.error)}`]),
      ...(edition === undefined || isEdition(edition)
        ? []
        : [
            `Stack configuration azure-siterecovery:edition is ${JSON.stringify(edition)}, which is no edition.`,
          ]),
      ...(scenario === undefined || isScenario(scenario)
        ? []
        : [
            `Stack configuration azure-siterecovery:scenario is ${JSON.stringify(scenario)}, which is no scenario.`,
          ]),
    ],
  };
}
