/** The command line cannot be understood, or names folders that cannot be used. */
export class UsageError extends Error {}
