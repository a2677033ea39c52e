// The calls of `pulumirpc.LanguageRuntime` that running programs and policy packs need. Code generation, packing and
// linking are left out: gRPC answers them as unimplemented, and the engine says so.
import { once } from "node:events";
import { resolve } from "node:path";
import { startNode, stop, stopChildren } from "./children.mjs";
import { servePolicyPack } from "./policy-pack.mjs";
import * as program from "./program.mjs";
import { Empty, grpc, messages, plugin, sdkVersion } from "./sdk.mjs";

/** The exit code by which the SDK says: failed, and the user has been told already. */
const failedAndReported = 32;

let engineAddress = process.argv.at(-1) ?? "";

export const handlers = {
  handshake(call, answer) {
    engineAddress = call.request.getEngineAddress() || engineAddress;
    answer(null, new messages.LanguageHandshakeResponse());
  },

  getPluginInfo(_call, answer) {
    const info = new plugin.PluginInfo();
    info.setVersion(sdkVersion);
    answer(null, info);
  },

  // The engine also learns which plugins a program needs from the resources it registers.
  getRequiredPackages: (_call, answer) => answer(null, new messages.GetRequiredPackagesResponse()),
  getRequiredPlugins: (_call, answer) => answer(null, new messages.GetRequiredPluginsResponse()),
  runtimeOptionsPrompts: (_call, answer) => answer(null, new messages.RuntimeOptionsResponse()),
  template: (_call, answer) => answer(null, new messages.TemplateResponse()),

  about(_call, answer) {
    const about = new messages.AboutResponse();
    about.setExecutable(process.execPath);
    about.setVersion(process.version);
    answer(null, about);
  },

  getProgramDependencies(call, answer) {
    const directory = call.request.getInfo()?.getProgramDirectory() ?? process.cwd();
    const found = program.dependencies(directory, call.request.getTransitivedependencies());
    const response = new messages.GetProgramDependenciesResponse();
    response.setDependenciesList(
      found.map(({ name, version }) => {
        const dependency = new messages.DependencyInfo();
        dependency.setName(name);
        dependency.setVersion(version);
        return dependency;
      }),
    );
    answer(null, response);
  },

  // Dependencies are npm's business here: `npm run setup` installs those of this project.
  installDependencies: (call) => call.end(),

  run(call, answer) {
    run(call).then(
      (response) => answer(null, response),
      (error) => answer(asStatus(error)),
    );
  },

  runPlugin(call) {
    // gRPC reads a stream's status off this event.
    runPlugin(call).catch((error) => call.emit("error", asStatus(error)));
  },

  cancel(_call, answer) {
    void stopChildren().then(() => answer(null, new Empty()));
  },
};

/** Pulumi hands the configuration to a program in its environment, of which systems take only so much. */
function tooLarge(request) {
  const size = Buffer.byteLength(program.configurationEnvironment(request).PULUMI_CONFIG);
  return `The stack's configuration (${Math.ceil(size / 1024)} KiB) is larger than what the system hands to a program: keep long maps, such as machines, in a file that the program reads.`;
}

async function run(call) {
  const { request } = call;
  const info = request.getInfo();
  const options = program.optionsOf(info);
  const response = new messages.RunResponse();
  let child;
  try {
    child = startNode(
      [
        ...program.nodeArguments(options),
        program.runner("run", info.getProgramDirectory()),
        ...program.programArguments(request, engineAddress),
      ],
      {
        // The engine reads our own streams and shows what the program prints there.
        stdio: ["ignore", "inherit", "inherit"],
        cwd: request.getPwd() || info.getProgramDirectory(),
        env: {
          ...process.env,
          ...program.runnerEnvironment(options),
          ...program.configurationEnvironment(request),
        },
      },
    );
  } catch (error) {
    const message = error.code === "E2BIG" ? tooLarge(request) : error.message;
    if (error.code !== "E2BIG" && !(error instanceof program.ProjectError)) throw error;
    response.setError(message);
    return response;
  }
  call.on("cancelled", () => void stop(child));
  const [code, signal] = await once(child, "close");
  if (signal !== null) response.setError(`The program was ended by ${signal}.`);
  else if (code === failedAndReported) response.setBail(true);
  else if (code !== 0) response.setError(`The program ended with exit code ${code}.`);
  return response;
}

async function runPlugin(call) {
  const { request } = call;
  const info = request.getInfo();
  const directory = info.getProgramDirectory();
  const options = program.optionsOf(info);
  const entryPoint = info.getEntryPoint() || ".";
  const entry = entryPoint === "." ? directory : resolve(directory, entryPoint);
  const start = (runner, cwd, environment) => {
    const child = startNode([...program.nodeArguments(options), ...runner], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd,
      env: {
        ...Object.fromEntries(request.getEnvList().map(splitVariable)),
        ...program.runnerEnvironment(options),
        ...environment,
      },
    });
    child.stderr.on("data", (data) => call.write(new messages.RunPluginResponse().setStderr(data)));
    return child;
  };
  const print = (data) => call.write(new messages.RunPluginResponse().setStdout(data));

  let code;
  if (request.getKind() === "analyzer") {
    const runner = [program.runner("run-policy-pack", directory), ...request.getArgsList(), entry];
    // The policy SDK reads its version from the package.json of the working directory.
    const pack = await servePolicyPack((environment) => start(runner, directory, environment), print);
    call.on("cancelled", () => void pack.close());
    print(Buffer.from(`${pack.port}\n`));
    code = await pack.ended;
  } else {
    const runner = [program.runner("run-plugin", directory), entry, ...request.getArgsList()];
    const child = start(runner, request.getPwd() || directory, {});
    call.on("cancelled", () => void stop(child));
    child.stdout.on("data", print);
    [code] = await once(child, "close");
  }
  call.write(new messages.RunPluginResponse().setExitcode(code ?? 1));
  call.end();
}

function splitVariable(variable) {
  // Windows has variables whose name begins with "=".
  const at = variable.indexOf("=", 1);
  return [variable.slice(0, at), variable.slice(at + 1)];
}

function asStatus(error) {
  const code = error instanceof program.ProjectError ? grpc.status.FAILED_PRECONDITION : grpc.status.INTERNAL;
  return { code, details: error instanceof program.ProjectError ? error.message : String(error.stack) };
}
