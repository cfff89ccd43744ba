import type { MarkdownIt } from 'markdown-it';

const BLANK = /^\s?$/;
const ALNUM = /^[\p{L}\p{N}]$/u;

/**
 * Emphasis by kramdown's rule: what parts words is blanks alone. CommonMark also looks at punctuation, and then
 * `**“重点”**后` is no emphasis, since Chinese has no blank after a closing quote.
 */
export function emphasis(markdown: MarkdownIt): void {
  markdown.inline.State = class extends markdown.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const mark = this.src.charAt(start);
      let end = start;
      while (end < this.posMax && this.src.charAt(end) === mark) end++;
      const [before, after] = [
        start > 0 ? this.src.charAt(start - 1) : '',
        end < this.posMax ? this.src.charAt(end) : '',
      ];
      const isInWord = !canSplitWord && ALNUM.test(before) && ALNUM.test(after);
      return {
        can_open: !BLANK.test(after) && !isInWord,
        can_close: !BLANK.test(before) && !isInWord,
        length: end - start,
      };
    }
  };
}
