// The one place where HTML goes to React and comes back as HTML: the text of a real page, which stays as the server wrote
// it. The builder's serializer has made it safe; no string is parsed here.

/** Writes the text into a page. On a page that has it, React leaves the nodes that are there; one object, or it sets them. */
export function servedText(html: string) {
  return { dangerouslySetInnerHTML: { __html: html }, suppressHydrationWarning: true };
}

/** The text that a page has, as HTML; empty where it has none. */
export function readServedText(page: ParentNode): string {
  return page.querySelector('.article-body')?.innerHTML ?? '';
}
