import type { Messages } from './messages.ts';

const numbers = new Intl.NumberFormat('zh-TW');

/** Traditional Chinese. */
export const messages: Messages = {
  locale: 'zh-TW',

  siteNav: '本站導覽',
  skipToContent: '跳到正文',
  home: '首頁',
  sections: '欄目',
  category: '欄目',
  tag: '標籤',

  dataAsOf: (time) => `資料至 ${time}`,
  archiveSize: (count, since) => `${since}至今，共 ${numbers.format(count)} 篇`,
  postCount: (count) => `${numbers.format(count)} 篇`,
  emptyArchive: '這裡還沒有文章。',

  newest: '最新',
  today: '今天',
  yesterday: '昨天',
  older: '更早的文章',
  olderLoading: '正在載入更早的文章…',
  newer: '回到最新',
  endOfList: '已經到底了',
  emptyStream: (name) => `「${name}」裡還沒有文章。`,

  reporters: '記者',
  readingTime: (minutes) => `約 ${numbers.format(minutes)} 分鐘讀完`,
  postedOn: (day) => `歸入 ${day}`,
  originalAt: (host) => `原文：${host}`,
  loneCaptions: '圖片說明（原圖未隨稿）',
  tags: '標籤',
  previousPost: '上一篇',
  nextPost: '下一篇',
  openPicture: (host) => `在 ${host} 上檢視圖片`,

  loading: '正在載入…',
  notFoundTitle: '沒有找到這一頁',
  notFoundText: '這個網址沒有對應的文章或欄目。文章可能已經撤下，網址也可能不完整。',
  failedTitle: '這一頁沒能打開',
  failedText: '資料沒有取到，或者取到的資料已損壞。稍後再試一次，通常就能打開。',
  offlineText: '現在連不上網路。恢復連線之後請再試一次。',
  newerFormatText: '本站的資料比這一頁的程式更新。重新載入頁面即可繼續閱讀。',
  unknownError: '發生了意料之外的錯誤。',
  tryAgain: '再試一次',
};
