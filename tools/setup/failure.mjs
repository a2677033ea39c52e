/** A fault that the user can mend: the message alone is printed, without a stack. */
export class SetupFailure extends Error {}
