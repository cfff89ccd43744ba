import type { OwnFile } from '#shared/ownFile.ts';
import { decodeOwnFile } from '#wire/decodeOwn.ts';
import { FormatError } from '#wire/errors.ts';

/** What a file of the reader's own holds, by its text. Throws `FormatError` or `NewerFormatError`, which name the file. */
export function parseOwnFile(text: string, name: string): OwnFile {
  return decodeOwnFile(parseJson(text, name), name);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FormatError(name, '', text, { cause });
  }
}
