import { parseDocument } from 'htmlparser2';
import { elementsNamed } from '#builder/article/tree.ts';

/** The content security policy that a page names; empty when it names none. */
export function policyIn(html: string): string {
  const metas = elementsNamed(parseDocument(html), 'meta').map(({ attribs }) => attribs);
  return metas.find((attribs) => attribs['http-equiv'] === 'Content-Security-Policy')?.['content'] ?? '';
}
