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
mentions:
  attribute: data-code
  href: '/unify/r/(\d+)\.(\w+)'
  sectors: ['90']
  words: a.infokey
  tickers:
    '^((?:60|68|90)\d{4})(?:\.SH)?$': '1'
    '^((?:00|30)\d{4}|200\d{3})(?:\.SZ)?$': '0'
    '^((?:43|83|87|88|92)\d{4})(?:\.BJ)?$': '0'
    '^(\d{4,5})\.HK$': '116'
    '^([A-Z]{1,5})\.O$': '105'
    '^([A-Z]{1,5})\.N$': '106'
original: { match: 'infoCode=(?:NW)?(\d{18})', address: 'https://finance.eastmoney.com/a/$1.html' }
pictures: { size: '_w(\d+)h(\d+)', original: orginial_src, emptyAlt: [Image, image] }
twin: '^-?(?:NW)?(\d{18})$'
zonelessTimes: site
`,
  ],
]);
