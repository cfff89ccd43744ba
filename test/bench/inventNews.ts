import { chineseSentence, pick, randomFrom } from './chance.ts';
import type { InventedPost } from './inventPost.ts';
import { KINDS, TOWNS } from './words.ts';

/** Posts a day, the newest first, a week that comes again and again: fewer on Sunday and Saturday. */
const WEEK: readonly number[] = [900, 1000, 980, 940, 860, 300, 380];
const WEEK_COUNT = WEEK.reduce((sum, count) => sum + count, 0);
const NEWEST_DAY_MS = Date.UTC(2024, 4, 31);
const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
/** Most of them write hardly ever. */
const MEDIUM_COUNT = 2000;
const TWIN_EVERY = 20;
/** The end of a day that only late news has. */
const LATE_SECONDS = 300;

/**
 * The post at a place of a large archive, 0 being the newest, in the shape of those the preset `eastmoney` is for:
 * about 4 KB, one category, one tag, and every twentieth the twin of the one before. It depends on nothing but its
 * place, so a larger archive begins with the same posts.
 */
export function inventNews(place: number): InventedPost {
  const isTwin = place % TWIN_EVERY === TWIN_EVERY - 1;
  const number = isTwin ? place - 1 : place;
  const hasTwin = number % TWIN_EVERY === TWIN_EVERY - 2;
  return newsOf({ number, timeMs: timeOf(number), isFromMedium: isTwin || (!hasTwin && number % 3 === 2) });
}

/** A post after all others of the archive, in the last minutes of its newest day. Numbers go on from its count. */
export function inventLateNews(number: number): InventedPost {
  const timeMs = NEWEST_DAY_MS + DAY_MS - LATE_SECONDS * 1000 + (number % LATE_SECONDS) * 1000;
  return newsOf({ number, timeMs, isFromMedium: number % 3 === 2 });
}

/** The posts of a day come evenly, the newest of all at five to midnight. */
function timeOf(place: number): number {
  let dayMs = NEWEST_DAY_MS - Math.floor(place / WEEK_COUNT) * WEEK.length * DAY_MS;
  let before = place % WEEK_COUNT;
  for (const count of WEEK) {
    const secondsLeft = LATE_SECONDS + Math.floor((before * (DAY_SECONDS - LATE_SECONDS)) / count);
    if (before < count) return dayMs + (DAY_SECONDS - 1 - secondsLeft) * 1000;
    before -= count;
    dayMs -= DAY_MS;
  }
  throw new RangeError(`${place} is no place of an archive`);
}

type News = {
  readonly number: number;
  readonly timeMs: number;
  /** Of one article there may be two posts: from the ticker, with its links, and from the medium, without. */
  readonly isFromMedium: boolean;
};

function newsOf(news: News): InventedPost {
  const random = randomFrom(news.number + 1);
  const time = new Date(news.timeMs).toISOString();
  const day = time.slice(0, 10);
  const id = `${day.replaceAll('-', '')}${String(news.number).padStart(10, '0')}`;
  const medium = sloping(random, MEDIUM_COUNT);
  const name = nameOfMedium(medium);
  const [category, tag] = news.isFromMedium ? [`media${medium}`, `${name}新闻`] : ['ticker', '滚动新闻'];
  const text = [
    '---',
    'layout: post',
    `title: "${chineseSentence(random, 8).slice(0, -1)}"`,
    `date: ${day} ${time.slice(11, 19)} +0800`,
    `categories: ${category}`,
    `tags: ${tag}`,
    '---',
    ...bodyOf({ ...news, id, name, random, code: String(600_000 + sloping(random, 3000)) }),
  ];
  return { file: `${day.slice(0, 7)}/${day}-${news.isFromMedium ? 'NW' : ''}${id}.md`, text: text.join('\n') };
}

/** The town and the kind of a medium, and where these are used up, the town whose edition it is. */
function nameOfMedium(medium: number): string {
  const [kinds, edition] = [Math.floor(medium / TOWNS.length), Math.floor(medium / TOWNS.length / KINDS.length)];
  return [TOWNS[edition - 1] ?? '', TOWNS[medium % TOWNS.length], KINDS[kinds % KINDS.length]].join('');
}

/** A number below the count; a few low ones come again and again, most hardly ever, as with real media. */
function sloping(random: () => number, count: number): number {
  return Math.floor(random() ** 3 * count);
}

type Body = {
  readonly id: string;
  /** Of the medium. */
  readonly name: string;
  readonly isFromMedium: boolean;
  readonly random: () => number;
  /** The share it writes of. */
  readonly code: string;
};

function bodyOf(body: Body): string[] {
  const { id, name, isFromMedium, random } = body;
  const first = chineseSentence(random, 40);
  const paragraphs = Array.from({ length: 8 }, () => `<p>${chineseSentence(random, 50)}</p>`);
  const parts = [
    random() < 0.5 && '<p style="display:none;height:1px;overflow:hidden;"> </p>',
    random() < 0.6 && chartOf(body),
    `<p>${shareOf(body)}${first}</p>`,
    paragraphs[0],
    random() < 0.5 && pictureOf(body),
    ...paragraphs.slice(1, 3),
    random() < 0.6 && `<p><strong>${chineseSentence(random, 5).slice(0, -1)}</strong></p>`,
    ...paragraphs.slice(3),
    `<p class="em_media">（文章来源：${name}）</p>`,
  ];
  const html = parts.filter(Boolean).join(random() < 0.4 ? '\n ' : ' ');
  const link = isFromMedium ? `share.example/NewsShare.html?infoCode=NW${id}` : `finance.example/news/1353,${id}.html`;
  const digest = isFromMedium ? [] : [`> ${first}`, ''];
  return [...digest, html, '', `<http://${link}>`, '', '[返回栏目](//news.example/)｜[返回首页](//news.example/)'];
}

function shareOf({ code, isFromMedium, random }: Body): string {
  const share = `${pick(TOWNS, random)}股份`;
  if (isFromMedium) return share;
  const link = `<a href="http://quote.example/unify/r/1.${code}" class="keytip" data-code="1,${code}">${share}</a>`;
  return `<span id="stock_1.${code}">${link}</span><span id="quote_1.${code}"></span>`;
}

function chartOf({ code }: Body): string {
  const image = `<img src="https://chart.example/pic.aspx?nid=1.${code}&type=k" border="0" alt="K图 ${code}_1" width="578" height="276" />`;
  const link = `<a href="http://quote.example/unify/r/1.${code}" data-code="${code}|1|2" target="_blank">${image}</a>`;
  return `<!-- EM_StockImg_Start --><p style="text-align:center;">${link}</p><!-- EM_StockImg_End -->`;
}

function pictureOf({ id, name }: Body): string {
  // Without a certificate, the bench `paint` could not answer for this host over https.
  const src = `http://pictures.example/download/D${id}_w800h555.jpg`;
  const image = `<img src="${src}" alt="Image" width="552" style="border:#d1d1d1 1px solid;padding:3px;" />`;
  return `<center>${image}</center><p style="text-align:center;">图片来源：${name}</p>`;
}
