import { decodeDay, decodeHead, decodeLinks, decodeManifest, decodePeriod, type FileDecoder } from '#wire/decode.ts';
import { decodeCalendar, decodeDirectory, decodeFront } from '#wire/decodeScreens.ts';

const DECODERS: readonly (readonly [RegExp, FileDecoder<unknown>])[] = [
  [/^data\/manifest\.json$/, decodeManifest],
  [/^data\/front\.json$/, decodeFront],
  [/^data\/(?:categories|tags|sources)\.json$/, decodeDirectory],
  [/^data\/calendar\/\d{4}\.json$/, decodeCalendar],
  [/^data\/streams\/.+\/head\.json$/, decodeHead],
  [/^data\/streams\/.+\.json$/, decodePeriod],
  [/^data\/days\/.+\.json$/, decodeDay],
  [/^data\/links\/.+\.json$/, decodeLinks],
];

/** What checks the data file at a path of the site; undefined when this release knows no such file. */
export function decoderOf(path: string): FileDecoder<unknown> | undefined {
  return DECODERS.find(([pattern]) => pattern.test(path))?.[1];
}
