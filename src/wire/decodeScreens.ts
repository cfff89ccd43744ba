// The data files that single screens ask for, beside those of decode.ts.
import type { CalendarYear, DayCount, Directory, Front, FrontSection, Listed, MentionCount } from '#shared/archive.ts';
import { day, type FileDecoder, file, format, headlines, mention } from './decode.ts';
import { count, list, oneOf, shape, text, textWhere } from './decoders.ts';

const frontSection = shape<FrontSection>({ slug: text, name: text, count, newest: headlines }, {});
const mentionCount = shape<MentionCount>({ mention, count }, {});
const listed = shape<Listed>({ slug: text, name: text, count, day }, {});
const dayCount = shape<DayCount>({ day, count }, {});
const year = textWhere((text) => /^\d{4}$/.test(text));

/** `front.json`. */
export const decodeFront: FileDecoder<Front> = file(
  shape<Front>({ format, sections: list(frontSection), mentions: list(mentionCount) }, { day }),
);

/** `categories.json`, `tags.json`, `sources.json`. */
export const decodeDirectory: FileDecoder<Directory> = file(
  shape<Directory>({ format, kind: oneOf(['category', 'tag', 'source']), streams: list(listed) }, {}),
);

/** `calendar/YYYY.json`. */
export const decodeCalendar: FileDecoder<CalendarYear> = file(
  shape<CalendarYear>({ format, year, counts: list(count), gaps: list(day), problems: list(dayCount) }, {}),
);
