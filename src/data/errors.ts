export { FormatError, NewerFormatError } from '#wire/errors.ts';

/** A data file that is not there. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
  readonly url: string;

  constructor(url: string) {
    super(`${url}: not there`);
    this.url = url;
  }
}

/** A data file that did not arrive: no connection, or a host that is out of order. Asking again may help. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly url: string;

  constructor(url: string, what: string, options?: ErrorOptions) {
    super(`${url}: ${what}`, options);
    this.url = url;
  }
}

/** The answer of `load`, or null where the file is not there. All other errors stay errors. */
export async function orMissing<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof MissingError) return null;
    throw error;
  }
}

/** The answer of `load`, or null where the network does not give it. All other errors stay errors. */
export async function orUnreached<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof NetworkError) return null;
    throw error;
  }
}
