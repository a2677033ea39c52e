import { isAbsent, type AzureError } from "../../azure/azure-error";
import type { AzureConnection } from "../../azure/connection";
import { refusalOf } from "./refusal";

/** Calls to Azure whose failures are always an `AzureError`. Throttling and signing in anew are the connection's. */
export class AzureSession {
  constructor(private readonly connection: AzureConnection) {}

  /** @throws AzureError for whatever the call fails with. */
  async call<T>(action: (connection: AzureConnection) => Promise<T>): Promise<T> {
    try {
      return await action(this.connection);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** As {@link call}; undefined where the service says that there is no such thing. */
  async find<T>(action: (connection: AzureConnection) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.call(action);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** As {@link call}; a failure is an answer. */
  async attempt<T>(
    action: (connection: AzureConnection) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly failure: AzureError }> {
    try {
      return { value: await this.call(action) };
    } catch (error) {
      return { failure: refusalOf(error) };
    }
  }
}

/** Works on all with at most `width` at a time; the results are in the order of the inputs. */
export async function inParallel<In, Out>(
  inputs: readonly In[],
  width: number,
  work: (input: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < inputs.length; index = next++) {
      results[index] = await work(inputs[index] as In);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, inputs.length) }, worker));
  return results;
}
