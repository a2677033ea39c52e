import * as pulumi from "@pulumi/pulumi";

/** Whether a value, or anything inside it, arises only during the deployment. */
export function hasPending(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (isPending(value)) return true;
  // Resources hold Outputs by nature; as inputs they stand for themselves.
  if (pulumi.Resource.isInstance(value)) return false;
  return Object.values(value).some(hasPending);
}

/** An Output or a promise. */
export function isPending(value: unknown): value is pulumi.Output<unknown> | Promise<unknown> {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** The value where it is known now. */
export function known<T>(value: pulumi.Input<T> | undefined): T | undefined {
  return isPending(value) ? undefined : value;
}

/** The function's result: at once where the value is known, later otherwise. */
export function mapped<T, U>(
  value: pulumi.Input<T>,
  change: (value: pulumi.Unwrap<T>) => U,
): pulumi.Input<U> {
  if (!hasPending(value)) return change(value as pulumi.Unwrap<T>);
  return pulumi.output(value).apply(change as (resolved: unknown) => pulumi.Input<U>) as pulumi.Output<U>;
}
