/**
 * A component registers its children without waiting for them: when one fails, the promise that is rejected belongs
 * to nobody. Such a failure ends the components that are being built, as it ends a program.
 */
const underWay = new Set<(error: unknown) => void>();
let listening = false;
let anyFailed = false;

/** The result of building a component, or the first failure of anything that it set going. */
export async function failingTogether<Result>(build: () => Promise<Result>): Promise<Result> {
  listen();
  let fail: (error: unknown) => void = () => undefined;
  const strayed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  underWay.add(fail);
  try {
    return await Promise.race([build(), strayed]);
  } catch (error) {
    anyFailed = true;
    throw error;
  } finally {
    underWay.delete(fail);
  }
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.on("unhandledRejection", (error) => {
    for (const fail of underWay) fail(error);
    // What follows a failure that has been told already is no news; anything else is a fault of this process.
    if (underWay.size === 0 && !anyFailed)
      setImmediate(() => {
        throw error;
      });
  });
}
