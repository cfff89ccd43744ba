// Words that are first wanted when a reader does something. In all languages at once, since they come with the code that
// does it: among the others every first visit would load them.
import { type Locale, localeFor, type Messages } from './messages.ts';

/** What is said of marks, in one language. */
export type OwnWords = {
  /** Opens the choice below, and names it. */
  readonly mark: string;
  readonly markAbove: (count: number) => string;
  readonly markAll: (count: number) => string;
  readonly markedRead: (count: number) => string;
  readonly markedAll: string;
  readonly markedUnread: string;
  readonly undo: string;
  /** Said once where storage is refused, full or broken. */
  readonly keepsNothing: string;
  /** Leads to the screen of all settings. */
  readonly allSettings: string;
  /** What the keys m, Shift+A and u do. */
  readonly keyRow: string;
  readonly keyAll: string;
  readonly keyUndo: string;
};

const numbers = {
  en: new Intl.NumberFormat('en'),
  'zh-Hans': new Intl.NumberFormat('zh-CN'),
  'zh-Hant': new Intl.NumberFormat('zh-TW'),
};

const WORDS: Readonly<Record<Locale, OwnWords>> = {
  en: {
    mark: 'Mark as read',
    markAbove: (count) => `Those above (${numbers.en.format(count)})`,
    markAll: (count) => `Everything in this list (${numbers.en.format(count)})`,
    markedRead: (count) => (count === 1 ? 'Marked as read' : `${numbers.en.format(count)} marked as read`),
    markedAll: 'Everything in this list is marked as read',
    markedUnread: 'Marked as not read',
    undo: 'Undo',
    keepsNothing: 'This browser keeps nothing: read marks and saved articles last only as long as this page.',
    allSettings: 'All settings',
    keyRow: 'Mark as read, as not read',
    keyAll: 'Mark all as read',
    keyUndo: 'Undo the last mark',
  },
  'zh-Hans': {
    mark: '标为已读',
    markAbove: (count) => `以上各条（${numbers['zh-Hans'].format(count)} 篇）`,
    markAll: (count) => `列表中的全部（${numbers['zh-Hans'].format(count)} 篇）`,
    markedRead: (count) => (count === 1 ? '已标为已读' : `已将 ${numbers['zh-Hans'].format(count)} 篇标为已读`),
    markedAll: '列表中的文章已全部标为已读',
    markedUnread: '已标为未读',
    undo: '撤销',
    keepsNothing: '这个浏览器不保存数据：已读标记和收藏只保留到关闭本页为止。',
    allSettings: '全部设置',
    keyRow: '标为已读、未读',
    keyAll: '全部标为已读',
    keyUndo: '撤销上一次标记',
  },
  'zh-Hant': {
    mark: '標為已讀',
    markAbove: (count) => `以上各則（${numbers['zh-Hant'].format(count)} 篇）`,
    markAll: (count) => `列表中的全部（${numbers['zh-Hant'].format(count)} 篇）`,
    markedRead: (count) => (count === 1 ? '已標為已讀' : `已將 ${numbers['zh-Hant'].format(count)} 篇標為已讀`),
    markedAll: '列表中的文章已全部標為已讀',
    markedUnread: '已標為未讀',
    undo: '復原',
    keepsNothing: '這個瀏覽器不保存資料：已讀標記和收藏只保留到關閉本頁為止。',
    allSettings: '全部設定',
    keyRow: '標為已讀、未讀',
    keyAll: '全部標為已讀',
    keyUndo: '復原上一次標記',
  },
};

/** The words in the language that the interface speaks. */
export function ownWords({ locale }: Messages): OwnWords {
  return WORDS[localeFor([locale])];
}
