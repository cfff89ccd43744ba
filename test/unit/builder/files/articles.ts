import type { Measured } from '#builder/files/chunks.ts';
import type { Row } from '#builder/files/streamFiles.ts';
import { foldAddress } from '#shared/paths.ts';

/** An article's JSON and what decides where its chunk ends. */
export type DayArticle = Measured & { readonly json: string };

/** An article at an address, with a text of that many bytes more. */
export function articleAt(address: string, { time = '2024-05-30T09:00', padding = 0 } = {}): DayArticle {
  const html = `<p>潮信</p>${'x'.repeat(padding)}`;
  const article = { address, title: `潮信 ${address}`, time, date: `${time}:00+08:00`, html };
  const json = JSON.stringify(article);
  return { json, sizeBytes: Buffer.byteLength(json), folded: foldAddress(address) };
}

/** Numbered articles of one day. */
export function articles(count: number): readonly DayArticle[] {
  return Array.from({ length: count }, (_article, number) => articleAt(`/gangkou/2024/05/30/no${number}/`));
}

/** A headline on its way into lists. */
export function rowAt(date: string, address: string): Row {
  return { date, address, json: JSON.stringify({ address, title: '潮信', time: date.slice(0, 16) }) };
}
