/** A data file that does not say what its format promises. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly url: string;
  /** The path of the field, `newest[3].title`; empty for the file as a whole. */
  readonly field: string;

  constructor(url: string, field: string, found: unknown, options?: ErrorOptions) {
    super(
      `${url}: ${field === '' ? 'the file' : field} is ${brief(found)}, which is not what this reader expects`,
      options,
    );
    this.url = url;
    this.field = field;
  }
}

/** A data file of a newer format than this release reads. Reloading the page fetches a release that does. */
export class NewerFormatError extends Error {
  override readonly name = 'NewerFormatError';
  readonly url: string;

  constructor(url: string, format: number) {
    super(`${url}: format ${format} is newer than this page reads; reload the page`);
    this.url = url;
  }
}

const MAX_SHOWN = 80;

function brief(found: unknown): string {
  const text = found === undefined ? 'missing' : (JSON.stringify(found) ?? typeof found);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
