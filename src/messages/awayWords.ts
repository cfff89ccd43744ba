// What is said where something cannot be read without network or host. In all languages at once, since it comes with the
// code that says it: among the others every first visit would load it.
import { type Locale, localeFor, type Messages } from './messages.ts';

/** The words, in one language. */
export type AwayWords = {
  /** The screen of what is taken along. */
  readonly title: string;
  readonly whatIsHere: string;
  /** In place of a row's source, where its article cannot be opened: keeps it for later, and says that it is kept. */
  readonly saveLater: string;
  readonly savedLater: string;
  /** Said in place of rows, and below a list. */
  readonly rowsAway: string;
  /** How much of a day is here. */
  readonly states: Readonly<Record<'here' | 'partly' | 'away', string>>;
  readonly dayAway: string;
  readonly pageAway: string;
  /** The days that can be read follow. */
  readonly nearest: string;
};

const WORDS: Readonly<Record<Locale, AwayWords>> = {
  'zh-Hans': {
    title: '随身读',
    whatIsHere: '本机有什么',
    saveLater: '不在本机 · 连上后保存',
    savedLater: '不在本机 · 连上后会存好',
    rowsAway: '这里的标题不在本机。',
    states: { here: '已在本机', partly: '还没存完', away: '不在本机' },
    dayAway: '这一天不在本机。',
    pageAway: '这一页不在本机，连上后才能打开。',
    nearest: '相近而能读的日子：',
  },
  'zh-Hant': {
    title: '隨身讀',
    whatIsHere: '本機有什麼',
    saveLater: '不在本機 · 連線後儲存',
    savedLater: '不在本機 · 連線後會存好',
    rowsAway: '這裡的標題不在本機。',
    states: { here: '已在本機', partly: '還沒存完', away: '不在本機' },
    dayAway: '這一天不在本機。',
    pageAway: '這一頁不在本機，連上後才能打開。',
    nearest: '相近而能讀的日子：',
  },
  en: {
    title: 'Take along',
    whatIsHere: 'What is here',
    saveLater: 'Not here · save once connected',
    savedLater: 'Not here · will be saved once connected',
    rowsAway: 'These headlines are not on this device.',
    states: { here: 'here', partly: 'not all here yet', away: 'not here' },
    dayAway: 'This day is not on this device.',
    pageAway: 'This page is not on this device. It opens once there is a connection.',
    nearest: 'The nearest days that can be read:',
  },
};

/** The words in the language of the other ones. */
export function awayWords({ locale }: Messages): AwayWords {
  return WORDS[localeFor([locale])];
}
