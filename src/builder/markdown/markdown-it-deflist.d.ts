declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';

  /** Reads `Term` and `: definition` lines as a definition list. */
  export default function deflist(markdown: MarkdownIt): void;
}
