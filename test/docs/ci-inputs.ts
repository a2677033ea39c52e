/**
 * Inputs of the actions and tasks that the examples use, as their own definitions list them (action.yml of the
 * major version; the task reference of Azure Pipelines). Required ones are marked.
 */
export interface Inputs {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export const gitHubActions: Readonly<Record<string, Inputs>> = {
  "actions/checkout@v6": { required: [], optional: ["persist-credentials", "fetch-depth", "ref"] },
  "actions/setup-node@v6": { required: ["node-version"], optional: ["cache"] },
  "actions/upload-artifact@v6": {
    required: ["path"],
    optional: ["name", "if-no-files-found", "retention-days"],
  },
  "azure/login@v2": { required: ["client-id", "tenant-id"], optional: ["subscription-id"] },
  "github/codeql-action/upload-sarif@v4": {
    required: ["sarif_file"],
    optional: ["checkout_path", "ref", "sha", "token", "category", "wait-for-processing"],
  },
  "pulumi/actions@v7": {
    required: [],
    optional: ["command", "stack-name", "pulumi-version", "pulumi-version-file", "work-dir", "cloud-url"],
  },
};

export const azureTasks: Readonly<Record<string, Inputs>> = {
  "AzureCLI@2": {
    required: ["azureSubscription", "scriptType", "scriptLocation", "inlineScript"],
    optional: ["addSpnToEnvironment", "arguments", "workingDirectory", "failOnStandardError"],
  },
  "PublishTestResults@2": {
    required: ["testResultsFormat", "testResultsFiles"],
    optional: [
      "searchFolder",
      "mergeTestResults",
      "failTaskOnFailedTests",
      "failTaskOnFailureToPublishResults",
      "failTaskOnMissingResultsFile",
      "testRunTitle",
    ],
  },
  "UseNode@1": { required: ["version"], optional: ["checkLatest"] },
};

/** What is wrong with the inputs that a step gives; empty where nothing is. */
export function wrongInputs(
  given: Readonly<Record<string, unknown>>,
  inputs: Inputs | undefined,
): readonly string[] {
  if (inputs === undefined) return ["is not among the actions that this test knows"];
  const known = [...inputs.required, ...inputs.optional];
  return [
    ...inputs.required.filter((name) => given[name] === undefined).map((name) => `${name} is missing`),
    ...Object.keys(given)
      .filter((name) => !known.includes(name))
      .map((name) => `${name} is no input`),
  ];
}
