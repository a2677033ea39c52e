import { createRequire } from "node:module";

/** The proxy that @pulumi/policy gives to a policy, and its marks for values that are not known yet. */
interface PolicyProxy {
  readonly unknownCheckingProxy: <T>(value: T) => T;
  readonly unknownStringValue: string;
  readonly unknownArrayValue: string;
  readonly unknownObjectValue: string;
}

// Its declarations leave these out: they are internal, and what the adapters must live with.
const policy = createRequire(__filename)("@pulumi/policy/proxy") as PolicyProxy;

export const proxy = {
  unknownCheckingProxy: policy.unknownCheckingProxy,
  unknownString: policy.unknownStringValue,
  unknownArray: policy.unknownArrayValue,
  unknownObject: policy.unknownObjectValue,
};
