/** A screen of every kind in the published demo, by its address. */
export const DEMO_SCREENS = {
  home: '',
  category: 'category/港口/',
  tag: 'tag/渡轮/',
  source: 'source/澜浦潮信/',
  day: '2026/11/21/',
  categories: 'categories/',
  tags: 'tags/',
  sources: 'sources/',
  archive: 'archive/',
  article: '港口/2026/11/21/xiaoman-launched.html',
} as const;
