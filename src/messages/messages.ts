/** Every word of the interface, in one language. Days and times come in ready to be shown; counts come as numbers. */
export type Messages = {
  /** BCP 47 tag of the language, for `lang` and for `Intl`. */
  readonly locale: string;

  // Finding the way
  readonly siteNav: string;
  readonly youAreHere: string;
  readonly skipToContent: string;
  readonly home: string;
  readonly sections: string;
  readonly category: string;
  readonly tag: string;
  readonly source: string;
  readonly archive: string;

  // The archive
  readonly dataAsOf: (time: string) => string;
  readonly offline: string;
  readonly archiveSize: (count: number, since: string) => string;
  readonly postCount: (count: number) => string;
  readonly emptyArchive: string;
  /** Marks a day without posts among days that mostly have some. A number of such days may follow. */
  readonly missing: string;
  /** What a publish found wrong. Their number follows. */
  readonly problems: string;

  // The front page, and the ways at a phone's foot
  /** Names what stands beside the stream, and opens it on a phone. */
  readonly atAGlance: string;
  readonly mostMentioned: string;
  readonly mainScreens: string;
  /** Said where an article has a twin. */
  readonly oneMoreSource: string;

  // Lists
  readonly newest: string;
  readonly today: string;
  readonly yesterday: string;
  readonly endOfList: string;
  readonly day: string;
  /** Names the ways to the days with posts before and after one. */
  readonly daysBeside: string;
  readonly chooseDate: string;
  readonly go: string;
  /** Names what shows a day, and leads to others. */
  readonly goToDay: (day: string) => string;
  /** Said over the first row that was there before new ones came. */
  readonly readTo: string;
  /** The reader's own; what of it no list waits for is in `ownWords.ts`. */
  readonly own: {
    /** Said of a row that was read. */
    readonly read: string;
  };
  readonly newPosts: (count: number) => string;
  readonly emptyStream: (name: string) => string;

  // All categories, tags or sources
  readonly directory: Words<'category' | 'tag' | 'source'> & {
    readonly total: (count: number) => string;
    /** Names the field that narrows the list, and the link that widens it again. */
    readonly filter: string;
    readonly clear: string;
    /** The orders, beside `newest`. */
    readonly largest: string;
    readonly byName: string;
  };

  // An article
  readonly reporters: string;
  readonly readingTime: (minutes: number) => string;
  /** Said where an article lies under another day than the one it shows. */
  readonly postedOn: (day: string) => string;
  readonly originalAt: (host: string) => string;
  readonly loneCaptions: string;
  readonly tags: string;
  /** The next older post. */
  readonly previousPost: string;
  /** The next newer post. */
  readonly nextPost: string;
  readonly openPicture: (host: string) => string;

  // Pictures
  /** Names a picture that says nothing of itself. */
  readonly picture: string;
  readonly pictures: string;
  readonly pictureOf: (number: number, count: number) => string;
  readonly previousPicture: string;
  readonly nextPicture: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly pictureFailed: string;

  // Passing an article on
  readonly share: {
    /** Opens the panel with that title. */
    readonly button: string;
    readonly title: string;
    /** Opens the system's own choice of where to send it. */
    readonly send: string;
    readonly link: string;
    readonly titleAndLink: string;
    readonly quote: string;
    readonly citation: string;
    readonly copied: string;
    /** Said above the text, where the browser refuses to copy it. */
    readonly refused: string;
  };

  // What the reader saves
  readonly saved: {
    /** The name of the screen, and of the ways there. */
    readonly title: string;
    readonly save: string;
    readonly drop: string;
    /** Names the button that offers what can be done with a row. */
    readonly more: (title: string) => string;
    readonly markRead: string;
    readonly markUnread: string;
    readonly markAbove: string;
    readonly undo: string;
    readonly dropped: (title: string) => string;
    /** Said over a text that only this device has. */
    readonly copyOf: (day: string) => string;
    /** Said of a row whose text is still to come. */
    readonly waiting: string;
    readonly empty: string;
    readonly pictures: (kept: number, wanted: number) => string;
    /** Said of pictures whose hosts tell nobody their size. */
    readonly unsized: (count: number) => string;
    readonly full: string;
  };

  // Reading settings, by the names they have in `device/settings.ts`
  readonly settings: {
    readonly title: string;
    readonly reset: string;
    readonly names: Words<'theme' | 'size' | 'measure' | 'font' | 'leading' | 'density'>;
    readonly choices: {
      readonly theme: Words<'auto' | 'light' | 'dark' | 'sepia' | 'contrast' | 'eink'>;
      readonly size: Words<'1' | '2' | '3' | '4' | '5'>;
      readonly measure: Words<'narrow' | 'medium' | 'wide'>;
      readonly font: Words<'sans' | 'serif'>;
      readonly leading: Words<'tight' | 'medium' | 'loose'>;
      readonly density: Words<'comfortable' | 'compact'>;
    };
    readonly language: string;
    /** The language that the site or the browser names. */
    readonly automatic: string;
  };
  readonly close: string;

  // The palette, which leads to what one types
  readonly palette: {
    readonly title: string;
    readonly label: string;
    readonly day: string;
    readonly none: (text: string) => string;
    /** Said when the names of categories, tags and sources did not come. */
    readonly failed: string;
  };
  // What the keys do
  readonly keys: {
    readonly title: string;
    readonly rows: string;
    readonly pages: string;
    readonly ends: string;
    readonly open: string;
    /** Names the switch for keys that are pressed alone. */
    readonly single: string;
  };

  // Around an article's text
  /** Leads to the list of all posts, at the day of this one. */
  readonly thatDay: string;
  readonly outline: string;
  readonly quoteChart: (code: string | undefined) => string;
  /** Said above a live quote chart. */
  readonly chartToday: string;
  readonly mentions: string;
  readonly moreMentions: (count: number) => string;
  readonly sector: string;
  readonly sameStory: string;
  readonly sameDay: string;
  /** The names of what scrolls by itself. */
  readonly table: string;
  readonly code: string;
  readonly resumed: string;
  readonly fromStart: string;

  // What may go wrong
  readonly loading: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly offlineText: string;
  readonly newerFormatText: string;
  /** A newer release of the reader waits; the buttons that start it and that send the notice away. */
  readonly update: Words<'ready' | 'use' | 'later'>;
  /** The button that installs the site, and the name of the app's way to what was saved. */
  readonly install: Words<'offer' | 'saved'>;
  readonly unknownError: string;
  readonly tryAgain: string;
};

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The languages the interface speaks. */
export type Locale = 'zh-Hans' | 'zh-Hant' | 'en';

/** The interface language for the first wanted language tag that we speak, `en` when there is none. */
export function localeFor(wanted: readonly (string | undefined)[]): Locale {
  for (const tag of wanted) {
    const locale = tag === undefined ? null : localeOf(tag);
    if (locale !== null) return locale;
  }
  return 'en';
}

/** Loads the words of a language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await LOADERS[locale]()).messages;
}

const LOADERS = {
  'zh-Hans': () => import('./zh-Hans.ts'),
  'zh-Hant': () => import('./zh-Hant.ts'),
  en: () => import('./en.ts'),
} as const;

// Many a `_config.yml` has `zh_CN`, the form of operating systems, where BCP 47 has `zh-CN`.
function localeOf(tag: string): Locale | null {
  const [language, ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'en') return 'en';
  if (language !== 'zh') return null;
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => TRADITIONAL.has(part)) ? 'zh-Hant' : 'zh-Hans';
}

const TRADITIONAL = new Set(['hant', 'tw', 'hk', 'mo']);
