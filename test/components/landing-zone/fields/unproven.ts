/** Fields whose effect no row proves yet, with the reason. */
export const unproven: ReadonlyMap<string, string> = new Map([
  [
    "machines{}.os.servicePack",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.os.edition",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.os.kernel",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.volumes[].sizeGiB",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.disks[].dynamic",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.disks[].controller",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.disks[].sku",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.disks[].churn.averageMBps",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.disks[].churn.dailyGB",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
  [
    "machines{}.disks[].churn.averageIoKB",
    "Rules of inventories read it; no row has a document yet that they refuse for it.",
  ],
]);
