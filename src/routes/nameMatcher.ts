/** Whether a name is meant by what a reader typed. */
export type NameMatcher = (name: string, typed: string) => boolean;

/** Whether what was typed is a part of the name. Case, width of letters and spaces around do not count. */
export const hasPart: NameMatcher = (name, typed) => fold(name).includes(fold(typed));

/**
 * Loads the matcher that knows pinyin as well, whole, cut short or by initials: `hwrb` and `haiwan` find 海湾日报.
 * Rejects when its code does not come.
 */
export async function loadNameMatcher(): Promise<NameMatcher> {
  const { default: pinyin } = await import('pinyin-match');
  return (name, typed) => hasPart(name, typed) || (hasLetters(typed) && pinyin.match(name, fold(typed)) !== false);
}

/** Whether what was typed may be pinyin. */
export function hasLetters(typed: string): boolean {
  return /[a-z]/.test(fold(typed));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
