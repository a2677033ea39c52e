import { z } from "zod";
import { isObject } from "../json";
import { plant } from "../plant";
import { unregister } from "../planting/unregister";
import { seedSchema } from "../seed";
import type { HttpRequest } from "./listener";
import type { Rooms } from "./front-door";

/**
 * The simulator's own addresses, which no Azure has: what is live, what is under way, and the clock. No sign-in: they
 * tell and change nothing beyond the simulation.
 */
export function answerControl(
  { cloud, signIn }: Rooms,
  request: HttpRequest,
  segments: readonly string[],
): { readonly status: number; readonly body: unknown } {
  const address = `${request.method} ${segments.join("/").toLowerCase()}`;
  switch (address) {
    case "GET resources":
      cloud.operations.settle();
      return {
        status: 200,
        body: {
          resources: cloud.store
            .all()
            .map(({ id, type, name, createdAt }) => ({ id, type, name, createdAt })),
        },
      };
    case "GET operations":
      cloud.operations.settle();
      return {
        status: 200,
        body: { operations: cloud.operations.all().map(({ effects: _effects, ...shown }) => shown) },
      };
    case "GET clock":
      return { status: 200, body: { now: cloud.clock.now().toISOString() } };
    case "POST clock": {
      const body: unknown = JSON.parse(request.text === "" ? "{}" : request.text);
      const seconds = isObject(body) ? body["advanceInSeconds"] : undefined;
      if (typeof seconds !== "number" || !(seconds >= 0)) {
        return {
          status: 400,
          body: {
            error: { code: "BadRequest", message: 'Send {"advanceInSeconds": N} with N of at least 0.' },
          },
        };
      }
      cloud.clock.advance(seconds);
      cloud.operations.settle();
      return { status: 200, body: { now: cloud.clock.now().toISOString() } };
    }
    case "POST seed": {
      const seed = seedSchema.safeParse(JSON.parse(request.text));
      if (!seed.success)
        return { status: 400, body: { error: { code: "BadRequest", message: z.prettifyError(seed.error) } } };
      return unlessRefused(() => {
        plant(cloud, seed.data);
      });
    }
    case "POST unregister": {
      const body: unknown = JSON.parse(request.text === "" ? "{}" : request.text);
      const fabricId = isObject(body) ? body["fabricId"] : undefined;
      return unlessRefused(() => {
        unregister(cloud, typeof fabricId === "string" ? fabricId : "");
      });
    }
    case "POST expire-tokens":
      signIn.expireTokens();
      return { status: 200, body: {} };
    default:
      return {
        status: 404,
        body: { error: { code: "NotFound", message: `The simulator has no address '${request.path}'.` } },
      };
  }
}

function unlessRefused(change: () => void): { readonly status: number; readonly body: unknown } {
  try {
    change();
    return { status: 200, body: {} };
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    return { status: 400, body: { error: { code: "BadRequest", message } } };
  }
}
