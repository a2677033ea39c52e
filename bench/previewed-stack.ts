import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** What the engine asks a policy pack about a stack at a preview. */
export interface PreviewedStack {
  readonly resources: readonly messages.AnalyzeRequest[];
  readonly whole: messages.AnalyzeStackRequest;
}

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, JavaScriptValue>>;
  /** URNs by the input that refers to them. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

/** What the engine sends for a text that arises during the deployment. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** As in the program of the preview: each cache account serves few enough machines. */
const machinesPerCache = 300;

/** The stack of `programs/protected-machines`, with this many machines. */
export function previewedStack(machines: number): PreviewedStack {
  const resources = [...resourcesOf(machines)];
  const whole = new messages.AnalyzeStackRequest();
  whole.setResourcesList(resources.map(stackResource));
  return { resources: resources.map(analyzeRequest), whole };
}

function* resourcesOf(machines: number): Generator<Resource> {
  const group = reference("azure-native:resources:ResourceGroup", "dr");
  const vault = reference("azure-native:recoveryservices:Vault", "vault");
  const policy = reference("azure-native:recoveryservices:ReplicationPolicy", "policy");
  const inGroup = { resourceGroupName: [group.urn] };
  yield { ...group, properties: { location: "westeurope", resourceGroupName: "dr" }, references: {} };
  yield {
    ...vault,
    properties: {
      location: "westeurope",
      properties: {},
      resourceGroupName: unknown,
      sku: { name: "RS0", tier: "Standard" },
      vaultName: "vault",
    },
    references: inGroup,
  };
  const caches = Array.from({ length: Math.ceil(machines / machinesPerCache) }, (_, index) =>
    reference("azure-native:storage:StorageAccount", `cache-${index}`),
  );
  for (const [index, cache] of caches.entries()) {
    yield {
      ...cache,
      properties: {
        accountName: `cache${index}`,
        kind: "StorageV2",
        location: "westeurope",
        resourceGroupName: unknown,
        sku: { name: "Standard_LRS" },
      },
      references: inGroup,
    };
  }
  yield {
    ...policy,
    properties: {
      policyName: "policy",
      properties: {
        providerSpecificInput: {
          instanceType: "InMageRcm",
          recoveryPointHistoryInMinutes: 1440,
          crashConsistentFrequencyInMinutes: 5,
          appConsistentFrequencyInMinutes: 240,
          enableMultiVmSync: "True",
        },
      },
      resourceGroupName: unknown,
      resourceName: unknown,
    },
    references: { ...inGroup, resourceName: [vault.urn] },
  };
  for (let index = 0; index < machines; index++) {
    const name = `machine-${index}`;
    const cache = caches[Math.floor(index / machinesPerCache)];
    yield {
      ...reference("azure-native:recoveryservices:ReplicationProtectedItem", name),
      properties: {
        fabricName: "vmware-fabric",
        properties: {
          policyId: unknown,
          protectableItemId: "",
          providerSpecificDetails: {
            disksDefault: { diskType: "Premium_LRS", logStorageAccountId: unknown },
            fabricDiscoveryMachineId: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.OffAzure/VMwareSites/site/machines/m-${index}`,
            instanceType: "InMageRcm",
            processServerId: "process-server",
            targetResourceGroupId: unknown,
            targetVmName: name,
          },
        },
        protectionContainerName: "vmware-container",
        replicatedProtectedItemName: name,
        resourceGroupName: unknown,
        resourceName: unknown,
      },
      references: {
        ...inGroup,
        resourceName: [vault.urn],
        properties: [policy.urn, group.urn, ...(cache === undefined ? [] : [cache.urn])],
      },
    };
  }
}

function reference(type: string, name: string) {
  return { type, name, urn: urnOf(type, name) };
}

function urnOf(type: string, name: string): string {
  return `urn:pulumi:bench::bench::${type}::${name}`;
}

function analyzeRequest({ type, name, properties }: Resource): messages.AnalyzeRequest {
  const request = new messages.AnalyzeRequest();
  request.setUrn(urnOf(type, name));
  request.setType(type);
  request.setName(name);
  request.setProperties(Struct.fromJavaScript(properties));
  request.setOptions(new messages.AnalyzerResourceOptions());
  return request;
}

function stackResource({ type, name, properties, references }: Resource): messages.AnalyzerResource {
  const message = new messages.AnalyzerResource();
  message.setUrn(urnOf(type, name));
  message.setType(type);
  message.setName(name);
  message.setProperties(Struct.fromJavaScript(properties));
  message.setOptions(new messages.AnalyzerResourceOptions());
  message.setDependenciesList([...new Set(Object.values(references).flat())]);
  for (const [property, urns] of Object.entries(references)) {
    const dependencies = new messages.AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  return message;
}
