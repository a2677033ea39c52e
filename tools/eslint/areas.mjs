// The parts of the tree and what each may import; CONTRIBUTING.md draws the same picture.

/** The limits' two leaf files, which matrix and facts may know although they stand above the rules. */
const vocabulary = ["limits/editions", "limits/scenarios"];

/** Everything that judges: rules, checks, the judge and what it answers. */
const limits = ["limits", "limits/matrix", "limits/facts", "limits/checks", "limits/rules"];

/** Area (the longest prefix of a path wins) to the areas it may import, besides itself. */
export const mayImport = {
  "limits/editions": [],
  "limits/scenarios": [],
  "limits/matrix": [...vocabulary],
  "limits/facts": [...vocabulary, "limits/matrix"],
  "limits/checks": [...vocabulary, ...limits],
  "limits/rules": [...vocabulary, ...limits],
  limits: [...vocabulary, ...limits],
  "landing-zone": [...vocabulary, ...limits],
  azure: ["limits/facts"],
  "plugin-protocol": [],
  estate: [...vocabulary, ...limits, "landing-zone", "azure"],
  operations: [...vocabulary, ...limits, "landing-zone", "azure"],
  reports: [...vocabulary, ...limits, "landing-zone", "estate", "operations"],
  "provider/resources": [],
  components: [...vocabulary, ...limits, "landing-zone", "provider/resources"],
  provider: [
    ...vocabulary,
    ...limits,
    ...["landing-zone", "components", "provider/resources", "azure", "plugin-protocol"],
  ],
  "policy-pack": [...vocabulary, ...limits],
  simulator: ["plugin-protocol"],
  stacks: ["components", "landing-zone", "provider/resources"],
  cli: [
    ...vocabulary,
    ...limits,
    ...[
      "landing-zone",
      "estate",
      "operations",
      "reports",
      "components",
      "provider",
      "provider/resources",
      "azure",
    ],
    ...["policy-pack", "simulator"],
  ],
  bench: "everything",
  test: "everything",
};

const areas = Object.keys(mayImport).sort((a, b) => b.length - a.length);

/** The area of a path relative to the root, or undefined for what the table does not know (tools, configuration). */
export function areaOf(path) {
  const plain = path.replaceAll("\\", "/").replace(/\.(ts|js|mjs)$/, "");
  return areas.find((area) => plain === area || plain.startsWith(`${area}/`));
}

/** Modules of others that an area does without, with the reason. */
export const foreign = [
  {
    area: /^limits(\/|$)/,
    module: /^(@pulumi|@azure)\//,
    reason: "limits/ is free of Pulumi and Azure clients: it is judged the same everywhere",
  },
  {
    area: /^limits(?!\/matrix)/,
    module: /^(node:)?(fs|child_process|http|https|net|dns)(\/|$)/,
    reason: "limits/ is free of input and output; only limits/matrix reads its own files",
  },
  {
    area: /^estate$|^landing-zone$|^reports$/,
    module: /^@pulumi\//,
    reason: "assessing and planning work without Pulumi",
  },
];
