declare const BROADSHEET_VERSION: string | undefined;

/** Which release this is, as package.json has it. The build puts it in. */
export const VERSION = typeof BROADSHEET_VERSION === 'string' ? BROADSHEET_VERSION : 'unbuilt';
