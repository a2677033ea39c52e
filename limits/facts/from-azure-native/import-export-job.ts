import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

/** The account that an `azure-native:importexport:Job` works on. */
export function importExportJobFromAzureNative(
  inputs: unknown,
): SeenFacts<{ readonly storageAccountId?: string }> {
  const read = new InputReader(inputs);
  return read.seen(
    known({ storageAccountId: read.string("storageAccountId", ["properties", "storageAccountId"]) }),
  );
}
