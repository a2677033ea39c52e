import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";

/** Headers by which a service says when to come back; the client reads them in this order. */
const comeBack = ["retry-after-ms", "x-ms-retry-after-ms", "retry-after"] as const;

/** Longest pause that is chosen here: as long as the client's own pauses after a failure of the service. */
const longestPauseInMs = 64_000;

/**
 * Gives a 429 that does not say when to come back a time: the client's own retries take none without. Each attempt of a
 * request waits twice as long as the one before, give or take a fifth, so that many machines do not come back at once.
 *
 * @param firstPauseInMs pause before the second attempt.
 * @param random a number in [0, 1).
 */
export function throttlingPolicy(firstPauseInMs: number, random: () => number = Math.random): PipelinePolicy {
  const attempts = new WeakMap<PipelineRequest, number>();
  return {
    name: "throttling",
    sendRequest: async (request, next): Promise<PipelineResponse> => {
      const response = await next(request);
      if (response.status !== 429 || comeBack.some((name) => response.headers.has(name))) return response;
      const attempt = attempts.get(request) ?? 0;
      attempts.set(request, attempt + 1);
      const pauseInMs = Math.min(firstPauseInMs * 2 ** attempt, longestPauseInMs) * (0.8 + random() * 0.4);
      response.headers.set("retry-after-ms", String(Math.ceil(pauseInMs)));
      return response;
    },
  };
}
