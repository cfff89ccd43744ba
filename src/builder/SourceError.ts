/** What is to be published cannot be read, and to go on would take it off the site. The message names it. */
export class SourceError extends Error {}
