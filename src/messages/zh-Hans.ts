import type { Messages } from './messages.ts';

const numbers = new Intl.NumberFormat('zh-CN');

/** Simplified Chinese. */
export const messages: Messages = {
  locale: 'zh-CN',

  siteNav: '本站导航',
  youAreHere: '当前位置',
  skipToContent: '跳到正文',
  home: '首页',
  sections: '栏目',
  category: '栏目',
  tag: '标签',

  dataAsOf: (time) => `数据至 ${time}`,
  archiveSize: (count, since) => `${since}至今，共 ${numbers.format(count)} 篇`,
  postCount: (count) => `${numbers.format(count)} 篇`,
  emptyArchive: '这里还没有文章。',

  newest: '最新',
  today: '今天',
  yesterday: '昨天',
  older: '更早的文章',
  olderLoading: '正在载入更早的文章…',
  newer: '回到最新',
  endOfList: '已经到底了',
  emptyStream: (name) => `“${name}”里还没有文章。`,

  reporters: '记者',
  readingTime: (minutes) => `约 ${numbers.format(minutes)} 分钟读完`,
  postedOn: (day) => `归入 ${day}`,
  originalAt: (host) => `原文：${host}`,
  loneCaptions: '图片说明（原图未随稿）',
  tags: '标签',
  previousPost: '上一篇',
  nextPost: '下一篇',
  openPicture: (host) => `在 ${host} 上查看图片`,

  picture: '图片',
  pictures: '图片',
  pictureOf: (number, count) => `第 ${number} 张，共 ${count} 张`,
  previousPicture: '上一张',
  nextPicture: '下一张',
  zoomIn: '放大',
  zoomOut: '缩小',
  pictureFailed: '这张图片未能载入。',

  share: {
    title: '分享与引用',
    send: '分享…',
    link: '复制链接',
    titleAndLink: '复制标题和链接',
    quote: '复制所选文字和链接',
    citation: '复制引文出处',
    copied: '已复制',
    refused: '浏览器不允许复制。文字已在这里选中：',
  },
  settings: {
    title: '阅读设置',
    reset: '恢复默认',
    names: { theme: '主题', size: '字号', measure: '行宽', font: '字体', leading: '行距' },
    choices: {
      theme: { auto: '跟随系统', light: '浅色', dark: '深色', sepia: '米黄', contrast: '高对比', eink: '墨水屏' },
      size: { 1: '最小', 2: '较小', 3: '标准', 4: '较大', 5: '最大' },
      measure: { narrow: '窄', medium: '适中', wide: '宽' },
      font: { sans: '黑体', serif: '宋体' },
      leading: { tight: '紧凑', medium: '适中', loose: '宽松' },
    },
  },
  close: '关闭',

  loading: '正在载入…',
  notFoundTitle: '没有找到这一页',
  notFoundText: '这个地址没有对应的文章或栏目。文章可能已经撤下，地址也可能不完整。',
  failedTitle: '这一页没能打开',
  failedText: '数据没有取到，或者取到的数据已损坏。稍后再试一次，通常就能打开。',
  offlineText: '现在连不上网络。恢复连接之后请再试一次。',
  newerFormatText: '本站的数据比这一页的程序更新。重新载入页面即可继续阅读。',
  unknownError: '出现了意料之外的错误。',
  tryAgain: '再试一次',
};
