import { chineseSentence, pick, randomFrom } from './chance.ts';
import { ENGLISH, MEDIA } from './words.ts';

const CATEGORY_COUNT = 50;
const TAG_COUNT = 400;
const PARAGRAPH_COUNT = 12;
const NEWEST_DAY_MS = Date.UTC(2024, 4, 31);
const DAY_MS = 86_400_000;

/** A post that nobody wrote: its file below `_posts` and its text. */
export type InventedPost = { readonly file: string; readonly text: string };

/**
 * The post that stands at a place of the archive, 0 being the newest: about 4 KB, two of three in Chinese. It depends
 * on nothing but its place and the number of posts a day, so a larger archive begins with the same posts.
 */
export function inventPost(place: number, perDay: number): InventedPost {
  const random = randomFrom(place + 1);
  const day = NEWEST_DAY_MS - Math.floor(place / perDay) * DAY_MS;
  const secondsLeft = Math.floor(((place % perDay) * 86_400) / perDay);
  const time = new Date(day + DAY_MS - 1000 - secondsLeft * 1000).toISOString();
  const isEnglish = random() < 1 / 3;
  const sentence = (length: number) => (isEnglish ? englishSentence : chineseSentence)(random, length);
  const medium = pick(MEDIA, random);
  const paragraphs = Array.from({ length: PARAGRAPH_COUNT }, () => `<p>${sentence(50)}</p>`);
  const text = [
    '---',
    'layout: post',
    `title: "${sentence(8)}"`,
    `date: ${time.slice(0, 10)} ${time.slice(11, 19)} +0800`,
    `categories: section-${Math.floor(random() ** 2 * CATEGORY_COUNT)}`,
    `tags: [${medium}, 题材${Math.floor(random() * TAG_COUNT)}]`,
    '---',
    `${paragraphs.join(' ')}<p class="em_media">（文章来源：${medium}）</p>`,
    '',
  ];
  return { file: `${time.slice(0, 7)}/${time.slice(0, 10)}-post-${place}.md`, text: text.join('\n') };
}

function englishSentence(random: () => number, length: number): string {
  return `${Array.from({ length }, () => pick(ENGLISH, random)).join(' ')}.`;
}
