// Jekyll 4.3, Utils::SLUGIFY_DEFAULT_REGEXP and SLUGIFY_PRETTY_REGEXP.
const DEFAULT = /[^\p{M}\p{L}\p{Nd}]+/gu;
const PRETTY = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;

/** Letters and digits of any script in lower case, everything else as single hyphens: Jekyll's `:slug`. */
export function slugify(text: string): string {
  return hyphenated(text, DEFAULT).toLowerCase();
}

/** The same with capitals and the marks an address may hold kept: Jekyll's `:title`. */
export function slugifyPretty(text: string): string {
  return hyphenated(text, PRETTY);
}

/** Words parted by hyphens as a title: `hello-BIG-world` → `Hello Big World`. Jekyll's `titleize_slug`. */
export function titleOf(slug: string): string {
  const words = slug.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  return words.join(' ').trim();
}

function hyphenated(text: string, separators: RegExp): string {
  return text.replace(separators, '-').replace(/^-|-$/g, '');
}
