"""The compared rules for Checkov, on machines of a Terraform plan. The numbers come from the catalogue."""
import json
import os
import re

from checkov.common.models.enums import CheckCategories, CheckResult
from checkov.terraform.checks.resource.base_resource_check import BaseResourceCheck

with open(os.environ["ASR_BENCH_LIMITS"], encoding="utf-8") as file:
    LIMITS = json.load(file)
NAME = re.compile(LIMITS["namePattern"])


def one(value):
    """Checkov wraps values of a resource in lists."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def sizes(conf, key):
    blocks = conf.get(key) or []
    if blocks and isinstance(blocks[0], list):
        blocks = blocks[0]
    return [float(one(block["disk_size_gb"])) for block in blocks]


class Compared(BaseResourceCheck):
    def __init__(self, number, name, breaks):
        self.breaks = breaks
        super().__init__(
            name=name,
            id=f"CKV_ASR_{number}",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["azurerm_virtual_machine"],
        )

    def scan_resource_conf(self, conf):
        return CheckResult.FAILED if self.breaks(conf) else CheckResult.PASSED


def os_max(conf):
    uefi = (one(conf.get("tags")) or {}).get("firmware") == "uefi"
    return LIMITS["osDiskMaxGiBGeneration2" if uefi else "osDiskMaxGiB"]


OS, DATA = "storage_os_disk", "storage_data_disk"
CHECKS = [
    Compared(1, "os-disk-max-size", lambda conf: any(size > os_max(conf) for size in sizes(conf, OS))),
    Compared(2, "data-disk-max-size", lambda conf: any(size > LIMITS["dataDiskMaxGiB"] for size in sizes(conf, DATA))),
    Compared(3, "disk-max-count", lambda conf: len(sizes(conf, DATA)) > LIMITS["dataDisksMax"]),
    Compared(
        4,
        "disk-min-size",
        lambda conf: any(size < LIMITS["diskMinGiB"] for size in sizes(conf, OS) + sizes(conf, DATA)),
    ),
    Compared(5, "machine-name", lambda conf: NAME.search(one(conf["name"])) is None),
]
