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

/** Why a file did not arrive: the status of the host's answer, that there was none, or that it was somebody's page. */
export type Fault = number | 'no answer' | 'a page';

/** A data file that did not arrive: no connection, or a host that is out of order. Asking again may help. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly url: string;
  readonly why: Fault;

  constructor(url: string, why: Fault, options?: ErrorOptions) {
    super(`${url}: did not arrive (${why})`, options);
    this.url = url;
    this.why = why;
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
