import type { ArmClient } from "../../azure/arm-client";
import type { RequestSettings } from "./azure-reader";

interface Page<T> {
  readonly value?: readonly T[];
  readonly nextLink?: string | null;
}

/** One thing that Site Recovery's client does not know, with the time limit of {@link RequestSettings}. */
export async function getFromArm<T>(
  arm: ArmClient,
  path: string,
  apiVersion: string,
  settings: RequestSettings,
): Promise<T> {
  return (await arm.get(path, apiVersion, { abortSignal: signalOf(settings) })) as T;
}

/** Pages of a list, as the SDK's `byPage` gives them. */
export async function* pagesFromArm<T>(
  arm: ArmClient,
  path: string,
  apiVersion: string,
  settings: RequestSettings,
): AsyncGenerator<readonly T[], undefined> {
  let next: string | null | undefined = path;
  while (next) {
    const page: Page<T> | undefined = await getFromArm(arm, next, apiVersion, settings);
    yield page?.value ?? [];
    next = page?.nextLink;
  }
  return undefined;
}

function signalOf({ abortSignal, requestOptions }: RequestSettings): AbortSignal {
  return AbortSignal.any([abortSignal, AbortSignal.timeout(requestOptions.timeout)]);
}
