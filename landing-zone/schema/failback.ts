import { z } from "zod";
import { cacheStorage } from "./storage";
import { network } from "./networks";
import { policy } from "./policies";

/** The way back: what has to stand before a failed-over machine can be reprotected. */
export const failback = z.strictObject({
  policy: policy.optional(),
  cacheStorage: cacheStorage.optional(),
  network: network.optional(),
});
