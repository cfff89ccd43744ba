/** Settings that stand for a whole archive, by name: what `broadsheet: preset:` may say. Each is YAML of our own keys. */
export const PRESETS: ReadonlyMap<string, string> = new Map([
  [
    'eastmoney',
    String.raw`
folders: [_posts, old_post]
names: tags
digest: quote
headings: short
liquid: false
nav: '^\[?返回'
source: { select: p.em_media, text: '文章来源：(.+?)）?$', brackets: true, tagSuffix: '(?<!滚动)新闻' }
remove: ['[style*="display:none"]']
chart: { comment: EM_StockImg, alt: '^K图' }
mentions: { attribute: data-code, href: '/unify/r/(\d+)\.(\w+)', sectors: ['90'] }
pictures: { size: '_w(\d+)h(\d+)', original: orginial_src, emptyAlt: [Image, image] }
twin: '^-?(?:NW)?(\d{18})$'
zonelessTimes: site
`,
  ],
]);
