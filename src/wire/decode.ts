// The data files of streams and articles, from what JSON.parse gave to the types of shared/archive.ts.
import {
  type Chunk,
  type DayIndex,
  FORMAT,
  type Leaf,
  type Links,
  type Manifest,
  type Period,
  type PeriodCount,
  type PeriodIndex,
  type Section,
  type SiteFacts,
  type SplitDay,
  STREAM_KINDS,
  type StreamHead,
} from '#shared/archive.ts';
import { isDay, isZone } from '#shared/days.ts';
import { periodChain } from '#shared/paths.ts';
import type {
  Article,
  Chart,
  Headline,
  LoneCaption,
  Mention,
  Original,
  OutlineHeading,
  Picture,
} from '#shared/post.ts';
import {
  anything,
  count,
  type Decoder,
  empty,
  exactly,
  isObject,
  list,
  mapping,
  oneOf,
  type Place,
  shape,
  text,
  textWhere,
} from './decoders.ts';
import { FormatError, NewerFormatError } from './errors.ts';

/** A file's decoder: the parsed JSON and its URL in, the typed file out. Unknown fields are left out. */
export type FileDecoder<T> = (value: unknown, url: string) => T;

/** The format that this release reads. */
export const format = exactly(FORMAT);
/** A calendar day. */
export const day = textWhere(isDay);
/** A wall-clock time, or a day alone. */
export const localTime = textWhere(
  (time) => isDay(time.slice(0, 10)) && /^(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(time.slice(10)),
);
const instant = textWhere((date) => isDay(date.slice(0, 10)) && /^T\d\d:\d\d/.test(date.slice(10)));
/** A time as JavaScript reads it. */
export const isoTime = textWhere((time) => !Number.isNaN(Date.parse(time)));
const period = textWhere((key) => periodChain(key) !== null);
/** An address. Two slashes, or a slash and a backslash, would lead to another host. */
export const address = textWhere((path) => /^\/(?![/\\])/.test(path));
const link = textWhere((href) => /^https?:\/\//i.test(href));
const sha256 = textWhere((hash) => /^[0-9a-f]{64}$/.test(hash));

const picture = shape<Picture>({ src: text }, { width: count, height: count });
/** A security or sector. */
export const mention = shape<Mention>({ code: text }, { market: text, name: text, isSector: exactly(true) });
const shared = {
  day,
  categories: list(text),
  tags: list(text),
  source: text,
  mentions: list(mention),
  twin: address,
  size: count,
  lang: text,
};
/** A row of a list. */
export const headline = shape<Headline>(
  { address, title: text, time: localTime },
  { ...shared, digest: text, picture, id: text },
);
/** Rows of a list. */
export const headlines = list(headline);
/** An article as it is read. */
export const article = shape<Article>(
  { address, title: text, time: localTime, date: instant, html: text },
  {
    ...shared,
    digest: text,
    original: shape<Original>({ href: link }, {}),
    reporters: text,
    rest: list(text),
    words: count,
    outline: list(shape<OutlineHeading>({ id: text, level: count, text }, {})),
    charts: list(shape<Chart>({ src: text }, { width: count, height: count, code: text, market: text })),
    captions: list(shape<LoneCaption>({ mark: text, text }, {})),
  },
);
const periodCounts = list(shape<PeriodCount>({ period, count }, {}));
const site = shape<SiteFacts>({ title: text, timezone: knownZone }, { description: text, lang: text });
const section = shape<Section>({ slug: text, name: text, count }, {});

/** `manifest.json`. Refuses one that names volumes: this release would show a part of the archive as the whole. */
export const decodeManifest: FileDecoder<Manifest> = file(
  shape<Manifest>(
    {
      format,
      site,
      generation: text,
      publishedAt: isoTime,
      count,
      newest: headlines,
      sections: list(section),
      volumes: empty,
    },
    { firstDay: day, lastDay: day, taken: list(address), search: anything },
  ),
);

/** `streams/…/head.json`. */
export const decodeHead: FileDecoder<StreamHead> = file(
  shape<StreamHead>(
    {
      format,
      kind: oneOf(STREAM_KINDS),
      slug: text,
      name: text,
      count,
      newest: headlines,
      years: periodCounts,
    },
    {},
  ),
);

/** `streams/…/<period>.json`, listed or divided. */
export const decodePeriod: FileDecoder<Period> = file(
  either(
    'parts',
    shape<PeriodIndex>({ format, period, parts: periodCounts }, {}),
    shape<Leaf>({ format, period, headlines }, {}),
  ),
);

/** `days/…`: the index of a day, or the news that it is split. */
export const decodeDay: FileDecoder<DayIndex | SplitDay> = file(
  either(
    'parts',
    shape<SplitDay>({ format, day, parts: count }, {}),
    chunksNamed(
      shape<DayIndex>({ format, day, chunks: list(sha256), posts: mapping(count) }, { redirects: mapping(address) }),
    ),
  ),
);

/** `posts/…`, unpacked. */
export const decodeChunk: FileDecoder<Chunk> = file(shape<Chunk>({ format, day, articles: list(article) }, {}));

/** `links/…`: days of addresses, or the news that the file is split. */
export const decodeLinks: FileDecoder<Links> = file(
  either(
    'split',
    shape<Extract<Links, { readonly split: true }>>({ format, split: exactly(true) }, {}),
    shape<Extract<Links, { readonly days: object }>>({ format, days: mapping(day) }, {}),
  ),
);

// Zones change their names, and devices grow old. The times in the files are the site's already; without its zone, only
// "today" and the age of the data are told by UTC.
function knownZone(value: unknown, place: Place): string {
  const zone = text(value, place);
  return isZone(zone) ? zone : 'UTC';
}

/** A file's decoder. It looks at the format first, so that a newer file is never taken for a damaged one. */
export function file<T>(decode: Decoder<T>): FileDecoder<T> {
  return (value, url) => {
    const found = isObject(value) ? value['format'] : undefined;
    if (typeof found === 'number' && found > FORMAT) throw new NewerFormatError(url, found);
    return decode(value, { url, field: '' });
  };
}

function either<A, B>(key: string, withKey: Decoder<A>, without: Decoder<B>): Decoder<A | B> {
  return (value, place) =>
    isObject(value) && Object.hasOwn(value, key) ? withKey(value, place) : without(value, place);
}

function chunksNamed(decode: Decoder<DayIndex>): Decoder<DayIndex> {
  return (value, place) => {
    const index = decode(value, place);
    for (const [folded, position] of Object.entries(index.posts))
      if (position >= index.chunks.length) throw new FormatError(place.url, `posts.${folded}`, position);
    return index;
  };
}
