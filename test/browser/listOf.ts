// What a journey sees of a list on a page of invented posts: those are numbered in the order that the list has.
import type { Locator, Page } from '@playwright/test';
import { expect } from './journey.ts';

/** How many posts the archive of these journeys has, and a day of it. */
export const ARCHIVE = { postCount: 10_000, perDay: 1000 } as const;

const MOST_NODES = 600;

/** The headline at a place of the list, 1 being the newest. */
export function headlineAt(page: Page, posinset: number): Locator {
  return page.locator(`[role="feed"] > [aria-posinset="${posinset}"] h3 a`);
}

/** How far the top of a row stands below the top of the viewport, in px. */
export async function topOf(page: Page, posinset: number): Promise<number> {
  return headlineAt(page, posinset).evaluate((link) => link.closest('article')?.getBoundingClientRect().top ?? NaN);
}

/**
 * Waits until the viewport is full of rows, then expects a list of these many posts, the first of them the one with the
 * number `newest`, without a fault: few nodes, every place there once, in order, and true. Gives the first and the last row that the viewport shows.
 */
export async function expectSound(
  page: Page,
  count: number = ARCHIVE.postCount,
  newest = 0,
): Promise<readonly [number, number]> {
  await expect.poll(() => page.evaluate(hasBlanks)).toBe(false);
  const { nodes, rows, visible } = await page.evaluate(readList);
  expect(nodes).toBeLessThanOrEqual(MOST_NODES);
  expect(rows.filter(({ setsize }) => setsize !== count)).toEqual([]);
  expect(rows.filter(({ posinset }, index) => posinset !== (rows[0]?.posinset ?? 0) + index)).toEqual([]);
  expect(rows.filter(({ posinset, post }) => !Number.isNaN(post) && post !== newest + posinset - 1)).toEqual([]);
  return visible;
}

/** Scrolls by the wheel, a turn at a time, until a row is in sight; after each turn the list is expected to be sound. */
export async function wheelTo(page: Page, posinset: number): Promise<void> {
  await page.mouse.move(300, 400);
  for (let turn = 0; turn < 200; turn++) {
    const [first, last] = await expectSound(page);
    if (posinset > first && posinset < last) return;
    await turnWheel(page, (Math.sign(posinset - first) || 1) * stepPx(first, last, posinset));
  }
  throw new Error(`row ${posinset} never came into sight`);
}

/** Turns the wheel by these px and waits until the page has come to a halt, which must not stand at its end. */
export async function turnWheel(page: Page, px: number): Promise<void> {
  const halted = await page.evaluateHandle(() => ({
    promise: new Promise((resolve) => addEventListener('scrollend', resolve, { once: true })),
  }));
  await page.mouse.wheel(0, px);
  await halted.evaluate(({ promise }) => promise);
}

function stepPx(first: number, last: number, posinset: number): number {
  return Math.max(first - posinset, posinset - last) > 30 ? 2400 : 300;
}

function readList() {
  const feed = document.querySelector('[role="feed"]');
  const articles = [...(feed?.querySelectorAll('[aria-posinset]') ?? [])];
  const rows = articles.map((row) => ({
    posinset: Number(row.getAttribute('aria-posinset')),
    setsize: Number(row.getAttribute('aria-setsize')),
    post: Number(/post-(\d+)/.exec(row.querySelector('h3 a')?.getAttribute('href') ?? '')?.[1]),
  }));
  const seen = articles.flatMap((row, index) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 44 && top < innerHeight ? [rows[index]?.posinset ?? NaN] : [];
  });
  const visible: readonly [number, number] = [seen[0] ?? NaN, seen.at(-1) ?? NaN];
  return { nodes: feed?.querySelectorAll('*').length ?? 0, rows, visible };
}

// Whether the part of the list that the viewport shows is not all rows with headlines.
function hasBlanks(): boolean {
  const feed = document.querySelector('[role="feed"]')?.getBoundingClientRect();
  if (!feed || feed.top >= innerHeight) return false;
  const rows = [...document.querySelectorAll('[role="feed"] > [aria-posinset]')];
  const seen = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  const [first, last] = [seen[0]?.getBoundingClientRect(), seen.at(-1)?.getBoundingClientRect()];
  if (!first || !last || seen.some((row) => !row.hasAttribute('aria-labelledby'))) return true;
  return first.top > Math.max(0, feed.top) + 1 || last.bottom < Math.min(innerHeight, feed.bottom) - 1;
}
