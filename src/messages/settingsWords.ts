// The words of the screen of all settings. In all languages at once, since they come with that screen: among the others
// every first visit would load them.
import { type Locale, localeFor, type Messages } from './messages.ts';

/** What the screen of all settings says, in one language. */
export type SettingsWords = {
  readonly title: string;
  readonly yours: string;
  /** Where it is kept, and who else has it. */
  readonly yoursText: string;
  readonly readPosts: string;
  readonly readPostsText: (posts: number, lists: number) => string;
  readonly savedPosts: string;
  readonly places: string;
  readonly posts: (count: number) => string;
  /** What the site takes of the device, texts and pictures to read offline with it. */
  readonly used: string;
  readonly usedText: (megabytes: string) => string;
  readonly unknown: string;
  readonly persistence: string;
  readonly isPersistent: string;
  readonly isNotPersistent: string;
  readonly askToPersist: string;
  readonly notGranted: string;
  readonly keptNowhere: string;
  readonly offline: string;
  readonly file: string;
  readonly fileText: string;
  readonly exportFile: string;
  readonly exported: (name: string) => string;
  readonly importFile: string;
  readonly imported: (read: number, saved: number) => string;
  /** Asks whether a file of another site is to be imported, what it is, and both answers; said after the second. */
  readonly otherSite: string;
  readonly otherSiteText: (name: string, site: string) => string;
  /** A site's name with its address. */
  readonly siteAt: (title: string, address: string) => string;
  readonly importAnyway: string;
  readonly leave: string;
  readonly left: (name: string) => string;
  /** Why a file was not taken. The first field that is wrong may be known. */
  readonly notOurs: (name: string, field: string) => string;
  readonly tooNew: (name: string) => string;
  readonly tooLarge: (name: string) => string;
  readonly forget: string;
  readonly forgetRead: string;
  readonly forgotRead: string;
  readonly forgetAll: string;
  readonly forgetAllText: string;
  readonly forgotAll: string;
  readonly cancel: string;
  readonly about: string;
  readonly version: (name: string) => string;
};

const numbers = {
  en: new Intl.NumberFormat('en'),
  'zh-Hans': new Intl.NumberFormat('zh-CN'),
  'zh-Hant': new Intl.NumberFormat('zh-TW'),
};

const WORDS: Readonly<Record<Locale, SettingsWords>> = {
  en: {
    title: 'Settings',
    yours: 'Yours',
    yoursText: 'What you read and saved is kept in this browser only. Nobody else gets it.',
    readPosts: 'Read',
    readPostsText: (posts, lists) => {
      const marked = lists === 1 ? ', and 1 whole list' : `, and ${numbers.en.format(lists)} whole lists`;
      return `${posts === 1 ? '1 post' : `${numbers.en.format(posts)} posts`}${lists === 0 ? '' : marked}`;
    },
    savedPosts: 'Saved articles',
    places: 'Places in long articles',
    posts: (count) => (count === 1 ? '1 post' : `${numbers.en.format(count)} posts`),
    used: 'Space taken on this device',
    usedText: (megabytes) => `${megabytes}, texts for reading offline included`,
    unknown: 'The browser does not say.',
    persistence: 'When space is short',
    isPersistent: 'The browser keeps all of it.',
    isNotPersistent: 'The browser may clear it.',
    askToPersist: 'Ask the browser to keep it',
    notGranted: 'The browser does not promise that now. Sites that are installed or often visited fare better.',
    keptNowhere: 'This browser keeps nothing. Export before you close this page.',
    offline: 'Take along',
    file: 'Move and back up',
    fileText: 'One file with settings, read marks, saved articles and places. Importing adds to what is here.',
    exportFile: 'Export',
    exported: (name) => `Exported to ${name}.`,
    importFile: 'Import…',
    imported: (read, saved) =>
      `Imported: ${numbers.en.format(read)} read marks, ${numbers.en.format(saved)} saved articles.`,
    otherSite: 'Import from another site?',
    otherSiteText: (name, site) =>
      `${name} was exported from ${site}, not from this site. Saved articles come with their texts. Read marks and places count only for articles that lie at the same address here.`,
    siteAt: (title, address) => `${title} (${address})`,
    importAnyway: 'Import anyway',
    leave: 'Do not import',
    left: (name) => `${name} was not imported. Nothing has changed.`,
    notOurs: (name, field) =>
      `${name} was not imported: it is no export of this reader, or it is damaged${field === '' ? '' : ` at “${field}”`}. Nothing has changed.`,
    tooNew: (name) => `${name} was not imported: a newer release wrote it. Reload this page and try again.`,
    tooLarge: (name) => `${name} was not imported: it is larger than any export.`,
    forget: 'Forget',
    forgetRead: 'Forget what I have read',
    forgotRead: 'Read marks are forgotten.',
    forgetAll: 'Delete everything',
    forgetAllText:
      'Settings, read marks, saved articles, places and everything kept for reading offline are deleted from this browser. This cannot be undone; an export can bring your own things back.',
    forgotAll: 'Everything is deleted.',
    cancel: 'Keep it',
    about: 'About',
    version: (name) => `Broadsheet ${name}`,
  },
  'zh-Hans': {
    title: '设置',
    yours: '我的数据',
    yoursText: '读过什么、收藏了什么，都只保存在这个浏览器里，不会传给任何人。',
    readPosts: '已读',
    readPostsText: (posts, lists) =>
      `${numbers['zh-Hans'].format(posts)} 篇${lists === 0 ? '' : `，另有 ${numbers['zh-Hans'].format(lists)} 个列表整体标为已读`}`,
    savedPosts: '收藏的文章',
    places: '长文的阅读位置',
    posts: (count) => `${numbers['zh-Hans'].format(count)} 篇`,
    used: '占用空间',
    usedText: (megabytes) => `${megabytes}，包括供离线阅读的内容`,
    unknown: '浏览器没有提供。',
    persistence: '空间不足时',
    isPersistent: '浏览器会保留这些数据。',
    isNotPersistent: '浏览器可能会清除这些数据。',
    askToPersist: '请浏览器保留',
    notGranted: '浏览器暂时没有同意。安装本站或经常访问，通常更容易获准。',
    keptNowhere: '这个浏览器不保存数据。关闭本页之前，请先导出。',
    offline: '随身读',
    file: '转移与备份',
    fileText: '设置、已读标记、收藏和阅读位置都在一个文件里。导入只会补充，不会覆盖现有数据。',
    exportFile: '导出',
    exported: (name) => `已导出为 ${name}。`,
    importFile: '导入…',
    imported: (read, saved) =>
      `已导入：已读标记 ${numbers['zh-Hans'].format(read)} 条，收藏 ${numbers['zh-Hans'].format(saved)} 篇。`,
    otherSite: '导入其他网站的文件？',
    otherSiteText: (name, site) =>
      `${name} 是从 ${site} 导出的，不是本站的文件。收藏会连同全文一起导入；已读标记和阅读位置，只对本站地址相同的文章有用。`,
    siteAt: (title, address) => `${title}（${address}）`,
    importAnyway: '仍要导入',
    leave: '不导入',
    left: (name) => `${name} 未导入。现有数据没有改动。`,
    notOurs: (name, field) =>
      `${name} 未导入：它不是从这里导出的文件，或者${field === '' ? '' : `在“${field}”处`}已损坏。现有数据没有改动。`,
    tooNew: (name) => `${name} 未导入：它由更新的版本导出。请重新载入本页再试。`,
    tooLarge: (name) => `${name} 未导入：文件过大，不会是导出的文件。`,
    forget: '清除',
    forgetRead: '清除已读标记',
    forgotRead: '已读标记已清除。',
    forgetAll: '全部删除',
    forgetAllText:
      '设置、已读标记、收藏、阅读位置，以及为离线阅读保留的内容，都会从这个浏览器中删除，无法撤销。若已导出，可以再导入自己的数据。',
    forgotAll: '已全部删除。',
    cancel: '保留',
    about: '关于',
    version: (name) => `Broadsheet ${name}`,
  },
  'zh-Hant': {
    title: '設定',
    yours: '我的資料',
    yoursText: '讀過什麼、收藏了什麼，都只保存在這個瀏覽器裡，不會傳給任何人。',
    readPosts: '已讀',
    readPostsText: (posts, lists) =>
      `${numbers['zh-Hant'].format(posts)} 篇${lists === 0 ? '' : `，另有 ${numbers['zh-Hant'].format(lists)} 個列表整體標為已讀`}`,
    savedPosts: '收藏的文章',
    places: '長文的閱讀位置',
    posts: (count) => `${numbers['zh-Hant'].format(count)} 篇`,
    used: '佔用空間',
    usedText: (megabytes) => `${megabytes}，包括供離線閱讀的內容`,
    unknown: '瀏覽器沒有提供。',
    persistence: '空間不足時',
    isPersistent: '瀏覽器會保留這些資料。',
    isNotPersistent: '瀏覽器可能會清除這些資料。',
    askToPersist: '請瀏覽器保留',
    notGranted: '瀏覽器暫時沒有同意。安裝本站或經常造訪，通常更容易獲准。',
    keptNowhere: '這個瀏覽器不保存資料。關閉本頁之前，請先匯出。',
    offline: '隨身讀',
    file: '轉移與備份',
    fileText: '設定、已讀標記、收藏和閱讀位置都在一個檔案裡。匯入只會補充，不會覆蓋現有資料。',
    exportFile: '匯出',
    exported: (name) => `已匯出為 ${name}。`,
    importFile: '匯入…',
    imported: (read, saved) =>
      `已匯入：已讀標記 ${numbers['zh-Hant'].format(read)} 條，收藏 ${numbers['zh-Hant'].format(saved)} 篇。`,
    otherSite: '匯入其他網站的檔案？',
    otherSiteText: (name, site) =>
      `${name} 是從 ${site} 匯出的，不是本站的檔案。收藏會連同全文一起匯入；已讀標記和閱讀位置，只對本站網址相同的文章有用。`,
    siteAt: (title, address) => `${title}（${address}）`,
    importAnyway: '仍要匯入',
    leave: '不匯入',
    left: (name) => `${name} 未匯入。現有資料沒有變動。`,
    notOurs: (name, field) =>
      `${name} 未匯入：它不是從這裡匯出的檔案，或者${field === '' ? '' : `在「${field}」處`}已損壞。現有資料沒有變動。`,
    tooNew: (name) => `${name} 未匯入：它由更新的版本匯出。請重新載入本頁再試。`,
    tooLarge: (name) => `${name} 未匯入：檔案過大，不會是匯出的檔案。`,
    forget: '清除',
    forgetRead: '清除已讀標記',
    forgotRead: '已讀標記已清除。',
    forgetAll: '全部刪除',
    forgetAllText:
      '設定、已讀標記、收藏、閱讀位置，以及為離線閱讀保留的內容，都會從這個瀏覽器中刪除，無法復原。若已匯出，可以再匯入自己的資料。',
    forgotAll: '已全部刪除。',
    cancel: '保留',
    about: '關於',
    version: (name) => `Broadsheet ${name}`,
  },
};

/** The words in the language that the interface speaks. */
export function settingsWords({ locale }: Messages): SettingsWords {
  return WORDS[localeFor([locale])];
}
