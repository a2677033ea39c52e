# The compared rules for the Open Policy Agent. The numbers come as data, from the catalogue.
package asr

os_max(machine) := data.limits.osDiskMaxGiBGeneration2 if machine.firmware == "uefi"

os_max(machine) := data.limits.osDiskMaxGiB if machine.firmware != "uefi"

findings contains {"rule": "os-disk-max-size", "machine": machine.id, "disk": disk.name} if {
	some machine in input.machines
	some disk in machine.disks
	disk.os
	disk.sizeGiB > os_max(machine)
}

findings contains {"rule": "data-disk-max-size", "machine": machine.id, "disk": disk.name} if {
	some machine in input.machines
	some disk in machine.disks
	not disk.os
	disk.sizeGiB > data.limits.dataDiskMaxGiB
}

findings contains {"rule": "disk-max-count", "machine": machine.id} if {
	some machine in input.machines
	count([disk | some disk in machine.disks; not disk.os]) > data.limits.dataDisksMax
}

findings contains {"rule": "disk-min-size", "machine": machine.id, "disk": disk.name} if {
	some machine in input.machines
	some disk in machine.disks
	disk.sizeGiB < data.limits.diskMinGiB
}

findings contains {"rule": "machine-name", "machine": machine.id} if {
	some machine in input.machines
	not regex.match(data.limits.namePattern, machine.name)
}

total := count(findings)
