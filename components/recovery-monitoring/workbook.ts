import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../inputs/names";
import { workbookContent } from "./workbook-content";

/** A workbook of Azure Monitor over the vault's Site Recovery logs. */
export interface RecoveryWorkbookArgs {
  /** Title in the portal. Default: `Disaster recovery: <name>`. */
  displayName?: pulumi.Input<string>;
  /** Name of the resource, which Azure wants to be a GUID. Default: one made of the component's name, the same in every run. */
  workbookName?: pulumi.Input<string>;
  /** Days of the past that its charts show. Default: 7. */
  daysShown?: number;
}

const defaultDaysShown = 7;

/** What the workbook is made for. */
export interface WorkbookSubject {
  readonly vaultId: pulumi.Input<string>;
  readonly workspaceId: pulumi.Input<string>;
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: pulumi.Input<string>;
  readonly rpoThresholdInMinutes: number;
  readonly drillAgeInDays: number;
  readonly tags: { tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> };
}

/** The workbook with its queries, which wait for the ids of vault and workspace. */
export function recoveryWorkbook(
  name: string,
  args: RecoveryWorkbookArgs,
  subject: WorkbookSubject,
  own: pulumi.CustomResourceOptions,
): applicationinsights.Workbook {
  const { vaultId, workspaceId, rpoThresholdInMinutes, drillAgeInDays } = subject;
  const serializedData = pulumi.all([vaultId, workspaceId]).apply(([vault, workspace]) =>
    JSON.stringify(
      workbookContent({
        vaultId: vault,
        workspaceId: workspace,
        rpoThresholdInMinutes,
        drillAgeInDays,
        daysShown: args.daysShown ?? defaultDaysShown,
      }),
    ),
  );
  return new applicationinsights.Workbook(
    `${name}-workbook`,
    {
      resourceName: args.workbookName ?? stableGuid(name, "workbook"),
      resourceGroupName: subject.resourceGroupName,
      location: subject.location,
      displayName: args.displayName ?? `Disaster recovery: ${name}`,
      category: "workbook",
      kind: "shared",
      // Azure keeps this id in lower case, and would show another spelling as a difference for good.
      sourceId: pulumi.output(workspaceId).apply((id) => id.toLowerCase()),
      serializedData,
      version: "Notebook/1.0",
      ...subject.tags,
    },
    own,
  );
}
