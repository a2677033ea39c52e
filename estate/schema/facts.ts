import { z } from "zod";

/** Building blocks of the estate document. Every fact may be left out; none has a default. */

export const text = z.string();

/** A version is text: as a decimal, 16.10 would be 16.1. */
export const version = z.string({
  error: "Expected a version as text in quotes (as a number, 16.10 would become 16.1)",
});

export const amount = z.number().nonnegative();

export const count = z.number().int().nonnegative();

export const flag = z.boolean();
