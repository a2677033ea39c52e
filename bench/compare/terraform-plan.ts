import type { Machine } from "../../limits/facts/machine";

/** The machines as a Terraform plan in JSON, which is what Checkov reads of something that does not exist yet. */
export function terraformPlan(machines: readonly Machine[]): object {
  const resources = machines.map((machine, index) => {
    const disks = machine.disks ?? [];
    const block = (os: boolean): readonly object[] =>
      disks
        .filter((disk) => (disk.os === true) === os)
        .map((disk) => ({ name: disk.name, disk_size_gb: disk.sizeGiB }));
    const values = {
      name: machine.name,
      location: "westeurope",
      tags: { firmware: machine.firmware },
      storage_os_disk: block(true),
      storage_data_disk: block(false),
    };
    return {
      address: `azurerm_virtual_machine.m${index}`,
      mode: "managed",
      type: "azurerm_virtual_machine",
      name: `m${index}`,
      provider_name: "registry.terraform.io/hashicorp/azurerm",
      schema_version: 0,
      values,
    };
  });
  return {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources } },
    resource_changes: resources.map(({ values, ...resource }) => ({
      ...resource,
      change: { actions: ["create"], before: null, after: values, after_unknown: {} },
    })),
    configuration: {},
  };
}
