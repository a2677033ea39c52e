import { randomBytes } from "node:crypto";
import { ResourceManager } from "./arm/resource-manager";
import { SimulatedClock } from "./clock";
import { Cloud, type CloudIdentity } from "./cloud";
import { FaultPlan, faultsSchema, type Faults } from "./faults";
import { createCertificates } from "./http/certificate";
import { answer } from "./http/front-door";
import { listen } from "./http/listener";
import { SignIn } from "./http/sign-in";
import { plant } from "./plant";
import { unregister } from "./planting/unregister";
import { seedSchema, type Seed } from "./seed";
import { StateKeeper } from "./store/state-keeper";
import { StateFile } from "./store/state-file";
import { StateLock } from "./store/state-lock";
import { modelledProviders } from "./types/providers";
import { TypeRegistry } from "./types/type-registry";

/** How a simulator is started. Everything has a default. */
export interface SimulatorOptions {
  /** What was there before; checked against the seed's schema. Ignored where a state file exists. */
  readonly seed?: Seed;
  /** File that holds the state between two runs; default: nothing is kept. */
  readonly stateFile?: string;
  /** Refuse resource types that are not modelled; default: keep them generically, with one warning a type. */
  readonly strict?: boolean;
  /** What goes wrong, and how often; checked against the schema of faults. */
  readonly faults?: Faults;
  /** Told each warning once; default: nobody. */
  readonly onWarning?: (message: string) => void;
  /** Told faults of the simulator itself, which clients see as status 500; default: `onWarning`. */
  readonly onFault?: (fault: unknown) => void;
  /** Port on loopback; default: a free one. */
  readonly port?: number;
  /** `Retry-After` on everything long-running; default 0. `"service"`: what the real service sends. */
  readonly retryAfterInSeconds?: number | "service";
  /**
   * Simulated seconds between two polls of an operation; default `"until-done"`: the clock moves on to the end of the
   * operation, because Azure's clients for JavaScript take no Retry-After of 0 and would sleep before a second poll.
   */
  readonly secondsPerPoll?: number | "until-done";
  /** Simulated seconds any other request takes; default 1. */
  readonly secondsPerRequest?: number;
  /** Entries on one page of a list; default 100. */
  readonly pageSize?: number;
}

/** A live resource as the debugging list shows it. */
export interface LiveResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** A running simulator. */
export interface Simulator {
  /** `https://127.0.0.1:PORT`: Azure Resource Manager, sign-in and metadata alike. */
  readonly endpoint: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM file of the certificate authority that clients have to trust. */
  readonly certificateFile: string;
  /** Simulated time, which moves with requests and by hand. */
  readonly clock: { readonly now: () => Date; readonly advance: (seconds: number) => void };
  /** Environment variables by which a child process finds and trusts this simulator. */
  readonly environment: () => Record<string, string>;
  /** Everything that exists, operations that are due having ended. */
  readonly liveResources: () => readonly LiveResource[];
  /** Adds to a running simulator what a seed holds: things that arise outside ARM. */
  readonly register: (seed: Seed) => void;
  /** Takes out of its vault what registered there, by the id of its fabric. Throws while something uses it. */
  readonly unregister: (fabricId: string) => void;
  /** Empties the subscription: resources, operations, reserved names. */
  readonly reset: () => void;
  /** Makes every token issued so far an expired one. */
  readonly expireTokens: () => void;
  /** Saves the state, stops listening, removes the certificates. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a local stand-in for Azure: Azure Resource Manager over https on loopback, with sign-in.
 *
 * @throws Error when the seed or the state file is not what it should be, or another simulator uses the state file.
 * @example
 * ```ts
 * const simulator = await startSimulator();
 * const child = spawn("pulumi", ["up"], { env: { ...process.env, ...simulator.environment() } });
 * ```
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const lock = options.stateFile === undefined ? undefined : new StateLock(options.stateFile);
  lock?.claim();
  try {
    const simulator = await start(options);
    return {
      ...simulator,
      close: async () => {
        await simulator.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function start(options: SimulatorOptions): Promise<Simulator> {
  const seed = options.seed === undefined ? undefined : seedSchema.parse(options.seed);
  const stateFile = options.stateFile === undefined ? undefined : new StateFile(options.stateFile);
  const state = stateFile?.read();
  const clock = new SimulatedClock(state?.now ?? new Date(seed?.startsAt ?? Date.now()));
  const identity = identityOf(seed);
  const cloud = new Cloud(clock, new TypeRegistry(modelledProviders), identity);
  state?.changes.forEach((change) => {
    cloud.replay(change);
  });
  if (!state && seed) plant(cloud, seed);

  const onWarning = options.onWarning ?? (() => undefined);
  const keeper = stateFile && new StateKeeper(stateFile, cloud);
  const signIn = new SignIn(identity);
  const resourceManager = new ResourceManager(cloud, {
    strict: options.strict ?? false,
    secondsPerPoll: options.secondsPerPoll ?? "until-done",
    secondsPerRequest: options.secondsPerRequest ?? 1,
    retryAfterInSeconds: options.retryAfterInSeconds ?? 0,
    pageSize: options.pageSize ?? 100,
    onWarning,
  });
  const onFault =
    options.onFault ??
    ((fault) => {
      onWarning(
        `A fault of the simulator: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
      );
    });

  const faults = options.faults === undefined ? undefined : new FaultPlan(faultsSchema.parse(options.faults));
  const certificates = await createCertificates();
  const rooms = { cloud, resourceManager, signIn, onFault, faults, origin: () => endpoint };
  const listener = await listen(certificates.server, options.port ?? 0, (request) => {
    const response = answer(rooms, request);
    keeper?.save();
    return response;
  }).catch(async (error: unknown) => {
    await certificates.discard();
    throw error;
  });
  const endpoint = `https://127.0.0.1:${listener.port}`;

  return {
    endpoint,
    subscriptionId: identity.subscriptionId,
    tenantId: identity.tenantId,
    clientId: identity.clientId,
    clientSecret: identity.clientSecret,
    certificateFile: certificates.authorityFile,
    clock: {
      now: () => clock.now(),
      advance: (seconds) => {
        clock.advance(seconds);
        cloud.operations.settle();
      },
    },
    environment: () => environmentOf(endpoint, identity, certificates),
    liveResources: () => {
      cloud.operations.settle();
      return cloud.live().map(({ id, type, name }) => ({ id, type, name }));
    },
    register: (added) => {
      const parsed = seedSchema.parse(added);
      const before = [...cloud.snapshot()];
      try {
        plant(cloud, parsed);
      } catch (error) {
        // All of a seed or nothing of it.
        cloud.reset();
        before.forEach((change) => {
          cloud.replay(change);
        });
        throw error;
      } finally {
        keeper?.save();
      }
    },
    unregister: (fabricId) => {
      unregister(cloud, fabricId);
      keeper?.save();
    },
    reset: () => {
      cloud.reset();
      keeper?.save();
    },
    expireTokens: () => {
      signIn.expireTokens();
    },
    close: async () => {
      await listener.close();
      keeper?.close();
      await certificates.discard();
    },
  };
}

function identityOf(seed: Seed | undefined): CloudIdentity {
  return {
    tenantId: seed?.subscription?.tenantId ?? "11111111-1111-4111-8111-111111111111",
    subscriptionId: seed?.subscription?.id ?? "22222222-2222-4222-8222-222222222222",
    subscriptionName: seed?.subscription?.name ?? "Simulated subscription",
    clientId: "33333333-3333-4333-8333-333333333333",
    clientSecret: randomBytes(24).toString("base64url"),
    objectId: "44444444-4444-4444-8444-444444444444",
  };
}

function environmentOf(
  endpoint: string,
  identity: CloudIdentity,
  certificates: { readonly authorityFile: string; readonly bundleFile: string },
): Record<string, string> {
  const credentials = {
    SUBSCRIPTION_ID: identity.subscriptionId,
    TENANT_ID: identity.tenantId,
    CLIENT_ID: identity.clientId,
    CLIENT_SECRET: identity.clientSecret,
  };
  return {
    ASR_ARM_ENDPOINT: endpoint,
    AZURE_AUTHORITY_HOST: endpoint,
    ARM_METADATA_HOSTNAME: new URL(endpoint).host,
    NODE_EXTRA_CA_CERTS: certificates.authorityFile,
    SSL_CERT_FILE: certificates.bundleFile,
    REQUESTS_CA_BUNDLE: certificates.bundleFile,
    ...Object.fromEntries(
      Object.entries(credentials).flatMap(([name, value]) => [
        [`ARM_${name}`, value],
        [`AZURE_${name}`, value],
      ]),
    ),
  };
}
