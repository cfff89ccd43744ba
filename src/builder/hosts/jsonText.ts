// JSON has no comment by which a file could say who wrote it, and hosts refuse fields they do not know.

/** A host's settings as JSON, spaced as we space it. */
export function jsonText(settings: object): string {
  return `${JSON.stringify(settings, null, 1)}\n`;
}

/**
 * What a text holds that `jsonText` may have made of these fields, all of them and in this order; null for any other
 * text. What people write is spaced otherwise.
 */
export function readJsonText(text: string, fields: readonly string[]): Readonly<Record<string, unknown>> | null {
  try {
    const settings: unknown = JSON.parse(text);
    const isOurs = isObject(settings) && jsonText(settings) === text;
    return isOurs && Object.keys(settings).join() === fields.join() ? settings : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is an object with a text of that name, which ends so. */
export function endsWith(value: unknown, name: string, ending: string): boolean {
  const text = isObject(value) ? value[name] : undefined;
  return typeof text === 'string' && text.endsWith(ending);
}
