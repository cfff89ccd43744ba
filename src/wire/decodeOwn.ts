// The file of the reader's own: it may come from anywhere, so every field is looked at.
import {
  type KeptPlace,
  OWN_FORMAT,
  type OwnFile,
  type ReadMark,
  type SavedPost,
  type Watermark,
} from '#shared/ownFile.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { address, article, type FileDecoder, headline, isoTime, localTime } from './decode.ts';
import { count, type Decoder, exactly, isObject, list, mapping, shape, text, textWhere } from './decoders.ts';
import { FormatError, NewerFormatError } from './errors.ts';

const scope = textWhere((key) => /^(?:all|day\/\d{4}-\d\d-\d\d|(?:category|tag|source)\/.+)$/s.test(key));
const readMark = shape<ReadMark>({ address, readAt: count }, { isUnread: exactly(true) });
const watermark = shape<Watermark>({ scope, upTo: localTime, readAt: count }, {});
const place = shape<KeptPlace>({ address, index: count, hash: text, savedAt: count }, {});
const savedPost: Decoder<SavedPost> = (value, at) => {
  const post = shape<SavedPost>({ address, savedAt: count, headline }, { article, textAt: count })(value, at);
  // Else a row would lead to one article and hold the text of another.
  const isHere = (part: { readonly address: Address }) => foldAddress(part.address) === foldAddress(post.address);
  if (!isHere(post.headline)) throw new FormatError(at.url, `${at.field}.headline.address`, post.headline.address);
  if (!post.article || isHere(post.article)) return post;
  // No reason to refuse the rest: the row's own text can be asked for.
  const { article: _another, textAt: _then, ...row } = post;
  return row;
};
const ownFile = shape<OwnFile>(
  {
    format: exactly(OWN_FORMAT),
    site: text,
    exportedAt: isoTime,
    settings: mapping(text),
    read: list(readMark),
    watermarks: list(watermark),
    saved: list(savedPost),
    places: list(place),
  },
  { title: text },
);

/** An exported file: all of it, or an error that names the first field that is wrong. Unknown fields are left out. */
export const decodeOwnFile: FileDecoder<OwnFile> = (value, url) => {
  const found = isObject(value) ? value['format'] : undefined;
  if (typeof found === 'number' && found > OWN_FORMAT) throw new NewerFormatError(url, found);
  return ownFile(value, { url, field: '' });
};
