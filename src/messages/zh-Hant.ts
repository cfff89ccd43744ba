import type { Messages } from './messages.ts';

const numbers = new Intl.NumberFormat('zh-TW');

/** Traditional Chinese. */
export const messages: Messages = {
  locale: 'zh-TW',

  siteNav: '本站導覽',
  youAreHere: '目前位置',
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

  picture: '圖片',
  pictures: '圖片',
  pictureOf: (number, count) => `第 ${number} 張，共 ${count} 張`,
  previousPicture: '上一張',
  nextPicture: '下一張',
  zoomIn: '放大',
  zoomOut: '縮小',
  pictureFailed: '這張圖片未能載入。',

  share: {
    title: '分享與引用',
    send: '分享…',
    link: '複製連結',
    titleAndLink: '複製標題和連結',
    quote: '複製所選文字和連結',
    citation: '複製引文出處',
    copied: '已複製',
    refused: '瀏覽器不允許複製。文字已在這裡選取：',
  },
  settings: {
    title: '閱讀設定',
    reset: '恢復預設',
    names: { theme: '主題', size: '字級', measure: '行寬', font: '字體', leading: '行距' },
    choices: {
      theme: { auto: '跟隨系統', light: '淺色', dark: '深色', sepia: '米黃', contrast: '高對比', eink: '電子紙' },
      size: { 1: '最小', 2: '較小', 3: '標準', 4: '較大', 5: '最大' },
      measure: { narrow: '窄', medium: '適中', wide: '寬' },
      font: { sans: '黑體', serif: '明體' },
      leading: { tight: '緊湊', medium: '適中', loose: '寬鬆' },
    },
  },
  close: '關閉',

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
