// What is said of a file that failed. In all languages at once, since it comes with the code that says it: among the
// others every first visit would load it.
import { type Locale, localeFor, type Messages } from './messages.ts';

/** The words, in one language. Paths stay as they are. */
export type FaultWords = {
  readonly missing: (path: string) => string;
  readonly noAnswer: (path: string) => string;
  readonly status: (path: string, status: number) => string;
  readonly page: (path: string) => string;
  /** What is wrong in a file; the field may be known. */
  readonly damaged: (path: string, field: string) => string;
  readonly newer: (path: string) => string;
  /** A part of the reader itself. */
  readonly code: string;
};

const WORDS: Readonly<Record<Locale, FaultWords>> = {
  'zh-Hans': {
    missing: (path) => `没有 ${path} 这个文件。`,
    noAnswer: (path) => `没有取到 ${path}：服务器没有回应。`,
    status: (path, status) => `没有取到 ${path}：服务器返回 ${status}。`,
    page: (path) => `没有取到 ${path}：收到的是别的网页。`,
    damaged: (path, field) => `${path} 的内容${field === '' ? '' : `在“${field}”处`}有误。`,
    newer: (path) => `${path} 的格式比这一页的程序更新。`,
    code: '这一页的程序没有载入完整。',
  },
  'zh-Hant': {
    missing: (path) => `沒有 ${path} 這個檔案。`,
    noAnswer: (path) => `沒有取到 ${path}：伺服器沒有回應。`,
    status: (path, status) => `沒有取到 ${path}：伺服器傳回 ${status}。`,
    page: (path) => `沒有取到 ${path}：收到的是別的網頁。`,
    damaged: (path, field) => `${path} 的內容${field === '' ? '' : `在「${field}」處`}有誤。`,
    newer: (path) => `${path} 的格式比這一頁的程式更新。`,
    code: '這一頁的程式沒有載入完整。',
  },
  en: {
    missing: (path) => `${path} is not there.`,
    noAnswer: (path) => `${path} did not come: the server gave no answer.`,
    status: (path, status) => `${path} did not come: the server answered ${status}.`,
    page: (path) => `${path} did not come: another page came in its place.`,
    damaged: (path, field) => `${path} is not as it should be${field === '' ? '' : ` at “${field}”`}.`,
    newer: (path) => `${path} is in a newer format than this page reads.`,
    code: 'A part of this page did not load.',
  },
};

/** The words in the language that the interface speaks. */
export function faultWords({ locale }: Messages): FaultWords {
  return WORDS[localeFor([locale])];
}
