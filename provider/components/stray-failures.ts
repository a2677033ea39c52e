import { AsyncLocalStorage } from "node:async_hooks";

type Fail = (error: unknown) => void;

/**
 * A component registers its children without waiting for them: when one fails, the promise that is rejected belongs
 * to nobody. Such a failure ends the component, as it ends a program. Several components are built at a time, and the
 * storage tells whose promise it was.
 */
const components = new AsyncLocalStorage<Fail>();
let listening = false;

/** The result of building a component, or the first failure of anything that it set going. */
export async function failingTogether<Result>(build: () => Promise<Result>): Promise<Result> {
  if (!listening) process.on("unhandledRejection", onStray);
  listening = true;
  let fail: Fail = () => undefined;
  const strayed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  return Promise.race([components.run(fail, build), strayed]);
}

function onStray(error: unknown): void {
  const fail = components.getStore();
  // No component's: a fault of this process, which ends by it as if nobody had listened.
  if (fail === undefined) throw error;
  fail(error);
}
