import { longTime } from './format.ts';
import type { Messages } from './messages.ts';

/** What a citation names. `time` begins with the day; `address` is a whole URL. */
export type Work = {
  readonly title: string;
  readonly source?: string | undefined;
  readonly time: string;
  readonly address: string;
};

/** A line for a list of sources, in the form of the interface's language. A source that is not known is left out. */
export function citationOf({ title, source, time, address }: Work, m: Messages): string {
  const day = longTime(time.slice(0, 10), m);
  if (!m.locale.startsWith('zh')) {
    const closed = /[.?!…]$/.test(title) ? title : `${title}.`;
    const names = source === undefined ? day : `${source}, ${day}`;
    return `“${closed.replaceAll('“', '‘').replaceAll('”', '’')}” ${names}. ${address}`;
  }
  // Mainland usage sets a title in double marks, and one within it in single ones.
  const named = m.locale === 'zh-CN' ? `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》` : `〈${title}〉`;
  return `${source === undefined ? '' : `${source}：`}${named}，${day}，${address}`;
}
