/** The command was written wrongly: exit code 2 and the help. */
export class Mistake extends Error {}

/** It could not be done: exit code 1. The message says why and what to do next. */
export class Failure extends Error {}
