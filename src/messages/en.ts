import type { Messages } from './messages.ts';

const numbers = new Intl.NumberFormat('en');

/** English. */
export const messages: Messages = {
  locale: 'en',

  siteNav: 'Site',
  youAreHere: 'You are here',
  skipToContent: 'Skip to content',
  home: 'Home',
  sections: 'Sections',
  category: 'Section',
  tag: 'Tag',
  archive: 'Archive',
  source: 'Source',

  dataAsOf: (time) => `As of ${time}`,
  archiveSize: (count, since) => `${posts(count)} since ${since}`,
  postCount: posts,
  emptyArchive: 'There are no posts here yet.',

  newest: 'Newest',
  today: 'Today',
  yesterday: 'Yesterday',
  older: 'Older posts',
  olderLoading: 'Loading older posts…',
  newer: 'Back to the newest',
  endOfList: 'That is everything.',
  emptyStream: (name) => `There are no posts in “${name}” yet.`,

  reporters: 'By',
  readingTime: (minutes) => `${numbers.format(minutes)} min read`,
  postedOn: (day) => `Filed on ${day}`,
  originalAt: (host) => `Original at ${host}`,
  loneCaptions: 'Captions (pictures not supplied)',
  tags: 'Tags',
  previousPost: 'Previous',
  nextPost: 'Next',
  openPicture: (host) => `Open the picture at ${host}`,

  picture: 'Picture',
  pictures: 'Pictures',
  pictureOf: (number, count) => `${numbers.format(number)} of ${numbers.format(count)}`,
  previousPicture: 'Previous picture',
  nextPicture: 'Next picture',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  pictureFailed: 'This picture could not be loaded.',

  share: {
    button: 'Share',
    title: 'Share and cite',
    send: 'Send to…',
    link: 'Copy link',
    titleAndLink: 'Copy title and link',
    quote: 'Copy selection with link',
    citation: 'Copy citation',
    copied: 'Copied',
    refused: 'The browser does not allow copying. The text is selected here:',
  },
  settings: {
    title: 'Reading settings',
    reset: 'Reset all',
    names: {
      theme: 'Theme',
      size: 'Text size',
      measure: 'Line length',
      font: 'Typeface',
      leading: 'Line height',
      density: 'List',
    },
    choices: {
      theme: {
        auto: 'As the system',
        light: 'Light',
        dark: 'Dark',
        sepia: 'Sepia',
        contrast: 'High contrast',
        eink: 'E-ink',
      },
      size: { 1: 'Smallest', 2: 'Small', 3: 'Medium', 4: 'Large', 5: 'Largest' },
      measure: { narrow: 'Narrow', medium: 'Medium', wide: 'Wide' },
      font: { sans: 'Sans', serif: 'Serif' },
      leading: { tight: 'Tight', medium: 'Medium', loose: 'Loose' },
      density: { comfortable: 'Comfortable', compact: 'Compact' },
    },
    language: 'Language',
    automatic: 'Automatic',
  },
  close: 'Close',

  thatDay: 'That day’s news',
  outline: 'In this article',
  quoteChart: (code) => (code === undefined ? 'Quote chart' : `Quote chart ${code}`),
  chartToday: 'Live: it shows today’s prices, not those of the day of this article.',
  mentions: 'Mentioned',
  moreMentions: (count) => `${numbers.format(count)} more`,
  sector: 'Sector',
  sameStory: 'The same story elsewhere',
  sameDay: 'More of that day',
  table: 'Table',
  code: 'Code',
  resumed: 'Continued where you left off',
  fromStart: 'From the start',

  loading: 'Loading…',
  notFoundTitle: 'Page not found',
  notFoundText: 'No post or section has this address. It may have been withdrawn, or the address may be incomplete.',
  failedTitle: 'This page could not be opened',
  failedText: 'Its data did not arrive, or arrived damaged. Trying again in a moment usually helps.',
  offlineText: 'There is no connection right now. Try again once you are back online.',
  newerFormatText: 'This site’s data is newer than this page. Reload the page to go on reading.',
  unknownError: 'Something unexpected went wrong.',
  tryAgain: 'Try again',
};

function posts(count: number): string {
  return count === 1 ? '1 post' : `${numbers.format(count)} posts`;
}
