import * as pulumi from "@pulumi/pulumi";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as components from "../../components";
import { inputPropertiesError } from "../../components/inputs/input-problems";
import { nameInToken, packageName } from "../package-name";
import { committedSchema } from "../schema/committed-schema";
import { inputProblems } from "./check-inputs";
import { describedFailure } from "./described-failure";
import { requestOptions } from "./request-options";
import { sdkRuntime } from "./sdk-runtime";
import { failingTogether } from "./stray-failures";

/** What is known of the process that a component is built in. */
export interface ConstructSession {
  /** Host and port of the engine. */
  readonly engineAddress: string;
  /** Edition that the provider's configuration names. */
  readonly configuredEdition: string | undefined;
}

type ComponentClass = new (
  name: string,
  inputs: pulumi.Inputs,
  options: pulumi.ComponentResourceOptions,
) => pulumi.ComponentResource;

/**
 * Builds a component for a program in another process.
 *
 * @throws InputPropertiesFailure naming every unusable input.
 */
export async function construct(
  request: messages.ConstructRequest,
  session: ConstructSession,
): Promise<messages.ConstructResponse> {
  const label = `${nameInToken(request.getType()) ?? request.getType()} ${request.getName()}`;
  try {
    // Each component has settings of its own: several are built at the same time.
    return await failingTogether(() => sdkRuntime.withLocalStorage(() => built(request, session, label)));
  } catch (error) {
    throw describedFailure(label, error);
  }
}

async function built(
  request: messages.ConstructRequest,
  session: ConstructSession,
  label: string,
): Promise<messages.ConstructResponse> {
  const schema = committedSchema();
  const specification = schema.resources[request.getType()];
  const Component = componentClass(request.getType());
  if (specification === undefined || Component === undefined) {
    throw new Error(`The package ${packageName} has no component ${request.getType()}.`);
  }
  await takeSettings(request, session);
  const inputs = await sdkRuntime.deserializeInputs(request.getInputs(), request.getInputdependenciesMap());
  const problems = inputProblems(schema, specification, inputs);
  if (problems.length > 0) throw inputPropertiesError(label, problems);

  const component = new Component(request.getName(), inputs, requestOptions(request));
  const outputs = Object.fromEntries(
    Object.keys(specification.properties).map((name) => [
      name,
      (component as unknown as Readonly<Record<string, unknown>>)[name],
    ]),
  );
  const response = new messages.ConstructResponse();
  response.setUrn(await urnOf(component));
  const [state, dependencies] = await pulumi.runtime.serializeResourceProperties(
    `construct(${label})`,
    outputs,
  );
  for (const [name, resources] of dependencies) {
    const needed = new messages.ConstructResponse.PropertyDependencies();
    needed.setUrnsList(await Promise.all([...resources].map(urnOf)));
    response.getStatedependenciesMap().set(name, needed);
  }
  response.setState(Struct.fromJavaScript(state));
  await sdkRuntime.waitForRPCs();
  return response;
}

function componentClass(token: string): ComponentClass | undefined {
  const name = nameInToken(token) ?? "";
  const found = Object.entries(components).find(([exported]) => exported === name)?.[1];
  return typeof found === "function" ? (found as unknown as ComponentClass) : undefined;
}

/** Project, stack and configuration of the program; the engine sends them with each component. */
async function takeSettings(request: messages.ConstructRequest, session: ConstructSession): Promise<void> {
  pulumi.runtime.resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    session.engineAddress,
    request.getMonitorendpoint(),
    request.getDryrun(),
    request.getOrganization(),
  );
  await sdkRuntime.awaitFeatureSupport();
  const settings: Record<string, string> = {};
  if (session.configuredEdition !== undefined) settings[`${packageName}:edition`] = session.configuredEdition;
  Object.assign(settings, Object.fromEntries(request.getConfigMap().toArray()));
  pulumi.runtime.setAllConfig(settings, request.getConfigsecretkeysList());
}

function urnOf(resource: pulumi.Resource): Promise<string> {
  // Outputs are for programs; a program's end is not awaited here, but a message's.
  return (resource.urn as unknown as { promise(): Promise<string> }).promise();
}
