import { type Anchor, type Block, blockOf, isThere, type Reveal } from './rowElements.ts';
import {
  type Beginning,
  clamp,
  type Extent,
  isEqual,
  isTooNarrow,
  positionAt,
  type Range,
  rangeAround,
  spaceFor,
  viewAround,
} from './rowWindow.ts';

/** The height of what stays over the top of the viewport, in px: tokens.css has it as `--target`. */
export const BAR_PX = 44;

const SETTLED_MS = 150;
/** What rows are taken for before any was measured; from then on, what those of the last list were. */
let usualPx = 110;

/**
 * Decides which rows a long list holds while the page scrolls, and keeps the row that the reader looks at where it is,
 * whatever comes, goes or changes its height above it. Its element's children are a space, the rows in order, and a
 * space; the spaces stand for the rows that are not there, and the upper one takes up every difference.
 */
export class RowScroller {
  readonly #listeners = new Set<() => void>();
  readonly #onSettled = new Set<() => void>();
  #list: HTMLElement | null = null;
  #extent: Extent;
  /** The rows to be held, and those that the list's element has now. */
  #range: Range;
  #shown: Range = { start: 0, end: 0 };
  #anchor: Anchor | null = null;
  #revealing: Reveal | null = null;
  #ownY = 0;
  #rowPx = usualPx;
  #abovePx = 0;
  /** Until the first paint after a return only the rows that it shows are held: all others can wait for it. */
  #isOpening: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(extent: Extent, beginning: Beginning) {
    this.#extent = extent;
    this.#isOpening = beginning.offset !== undefined;
    this.#range = this.#around(viewAround(beginning, innerHeight, this.#rowPx));
  }

  /** The rows to be held now. */
  readonly getRange = (): Range => this.#range;

  /** The position of the topmost row that the reader sees. */
  readonly getTop = (): number => this.#anchor?.position ?? this.#extent.bounds.start;

  /** Calls back when the rows to be held, or the topmost one, change. Gives a function that ends this. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back when the page has stood still for a moment. Gives a function that ends this. */
  onSettled(listener: () => void): () => void {
    this.#onSettled.add(listener);
    return () => this.#onSettled.delete(listener);
  }

  /** Begins to follow the page's scrolling. Gives a function that ends it. */
  attach(list: HTMLElement): () => void {
    this.#list = list;
    const sizes = new ResizeObserver(() => this.#hold());
    sizes.observe(list);
    window.addEventListener('scroll', this.#follow, { passive: true });
    return () => {
      sizes.disconnect();
      window.removeEventListener('scroll', this.#follow);
      clearTimeout(this.#timer);
      this.#list = null;
    };
  }

  /** Follows a list that has grown, shrunk, or whose rows have become of another kind. */
  resize(extent: Extent): void {
    const isSame = extent.most === this.#extent.most && isEqual(extent.bounds, this.#extent.bounds);
    this.#extent = extent;
    if (!isSame) this.#want(this.#around(this.#seen() ?? this.#range));
  }

  /** To be called when rows have been put up or have changed: puts the anchored row back to its place. */
  putUp(shown: Range): void {
    this.#shown = shown;
    this.#hold();
    if (this.#revealing && isEqual(shown, this.#range)) this.#finishReveal(this.#revealing);
    if (this.#isOpening && this.#anchor) this.#show(this.visible); // Rows may be lower than those of the last list.
  }

  /** To be called after the first paint: holds all the rows it may. */
  open(): void {
    const wasOpening = this.#isOpening;
    this.#isOpening = false;
    if (wasOpening) this.#want(this.#around(this.#seen() ?? this.#range));
  }

  /**
   * Brings a row to a place in the viewport, however far away it is: its top to a height in px, or itself to the bottom.
   * When it is there, with its headline, its element is told; not if the reader has gone elsewhere by then.
   */
  reveal(position: number, offset: number | 'bottom', done: (row: Element) => void = () => {}): void {
    const { bounds } = this.#extent;
    const own = clamp(position, bounds.start, Math.max(bounds.start, bounds.end - 1));
    this.#revealing = { position: own, offset, done };
    this.#ownY = window.scrollY;
    const topPx = offset === 'bottom' ? innerHeight : offset;
    this.#show(viewAround({ position: own, offset: topPx }, innerHeight, this.#rowPx));
    if (isEqual(this.#range, this.#shown)) this.putUp(this.#shown);
  }

  /** Shows the list from its beginning. Where the page scrolls to is for others to say. */
  begin(): void {
    this.#anchor = this.#revealing = null;
    this.#want(this.#around(viewAround({ position: this.#extent.bounds.start }, innerHeight, this.#rowPx)));
    if (isEqual(this.#range, this.#shown)) this.putUp(this.#shown);
  }

  /** The topmost row that is visible, and where; of several one whose headline is there. Null where no row is. */
  topmost(): Anchor | null {
    const rows = this.#rows().filter((row) => row.getBoundingClientRect().bottom > BAR_PX + 1);
    return this.anchorOf(rows.find(isThere) ?? rows[0] ?? null);
  }

  /** Where one of the list's rows stands, whether the viewport shows it or not. Null when the list does not hold it. */
  anchorOf(row: Element | null): Anchor | null {
    const index = row === null ? -1 : this.#rows().indexOf(row);
    return row && index >= 0 ? { position: this.#shown.start + index, offset: row.getBoundingClientRect().top } : null;
  }

  /** Where a row would stand wholly in sight, with the page moved no more than needed. */
  nearestOffset(position: number): number {
    const rect = this.#rowAt(position)?.getBoundingClientRect();
    return rect ? clamp(rect.top, BAR_PX, Math.max(BAR_PX, innerHeight - rect.height)) : BAR_PX;
  }

  /** The rows that the viewport shows. */
  get visible(): Range {
    return this.#seen() ?? { start: this.#shown.start, end: this.#shown.start };
  }

  #hold(): void {
    const block = this.#block();
    if (block === null) return;
    this.#rowPx = usualPx = (block.bottom - block.top) / (this.#shown.end - this.#shown.start);
    const anchor = this.#revealing ? this.#goalOf(this.#revealing) : this.#anchor;
    const row = anchor && this.#rowAt(anchor.position);
    const offPx = row ? row.getBoundingClientRect().top - anchor.offset : 0;
    if (this.#revealing && row) this.#space(this.#idealPx(), this.#abovePx - offPx);
    else this.#absorb(this.#abovePx - (Math.abs(offPx) > 0.5 ? offPx : 0));
    this.#ownY = window.scrollY;
    // Rows that come late show how high the others may be, and nobody need scroll after that.
    if (!this.#isRight()) this.#settleLater();
  }

  #goalOf({ position, offset }: Reveal): Anchor {
    if (offset !== 'bottom') return { position, offset };
    return { position, offset: innerHeight - (this.#rowAt(position)?.getBoundingClientRect().height ?? 0) };
  }

  #finishReveal({ position, done }: Reveal): void {
    const row = this.#rowAt(position);
    if (!row || !isThere(row)) return;
    this.#revealing = null;
    // At the end of the page a row may not have come as far as it was asked to.
    if (this.#block()) this.#anchor = this.isAtTop() ? null : this.anchorOf(row);
    done(row);
  }

  readonly #follow = (): void => {
    if (Math.abs(window.scrollY - this.#ownY) > 1) this.#revealing = null; // It was the reader who moved the page.
    if (this.#revealing === null) this.#measure();
    this.#settleLater();
  };

  #settleLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#settle, SETTLED_MS);
  }

  // While the page moves only what cannot wait is put right: moving it ourselves would stop a finger's fling.
  readonly #settle = (): void => {
    if (!this.#revealing && this.#block() && !this.#isRight()) this.#space(this.#idealPx(), this.#abovePx);
    for (const listener of this.#onSettled) listener();
  };

  /** Whether the space above stands for its rows, so that the scrollbar shows where in the list the reader is. */
  #isRight(): boolean {
    return Math.abs(this.#idealPx() - this.#abovePx) <= innerHeight;
  }

  #measure(): void {
    const seen = this.#seen();
    const top = this.getTop();
    const visible = seen ?? this.#jumped();
    if (visible === null) return;
    if (seen) this.#anchor = this.isAtTop() ? null : this.topmost();
    if (this.getTop() !== top) this.#tell();
    this.#show(visible);
  }

  /** The rows that the viewport shows or would show, when it shows at least one. */
  #seen(): Range | null {
    const block = this.#block();
    if (block === null || block.bottom <= 0 || block.top >= innerHeight) return null;
    const rects = this.#rows().map((row) => row.getBoundingClientRect());
    const { start } = this.#shown;
    const first = rects.findIndex(({ bottom }) => bottom > 0);
    const last = rects.findLastIndex(({ top }) => top < innerHeight);
    return {
      start: start + first - Math.ceil(Math.max(0, block.top) / this.#rowPx) * (this.#abovePx > 0 ? 1 : 0),
      end: start + last + 1 + Math.ceil(Math.max(0, innerHeight - block.bottom) / this.#rowPx),
    };
  }

  /** The rows to show where the reader has gone beyond all that were there. The first of them becomes the anchor. */
  #jumped(): Range | null {
    const block = this.#block();
    if (block === null || !this.#list) return null;
    const { bounds } = this.#extent;
    const list = this.#list.getBoundingClientRect();
    const isAbove = block.top >= innerHeight;
    const beyondPx = list.bottom - block.bottom;
    const position = isAbove
      ? positionAt(-list.top, this.#abovePx, { start: bounds.start, end: this.#shown.start })
      : positionAt(-block.bottom, beyondPx, { start: this.#shown.end, end: bounds.end });
    const { end } = viewAround({ position }, innerHeight, this.#rowPx);
    if (isAbove && list.top >= 0) this.#anchor = null;
    else if (end < bounds.end) this.#anchor = { position, offset: 0 };
    else this.#anchor = { position: bounds.end - 1, offset: innerHeight - this.#rowPx };
    return { start: position, end };
  }

  /** Whether nothing of the list lies above the viewport: then what stands there may change, and the list with it. */
  isAtTop(): boolean {
    return this.#shown.start === this.#extent.bounds.start && (this.#block()?.top ?? 0) >= 0;
  }

  #around(visible: Range): Range {
    return rangeAround(visible, this.#isOpening ? { ...this.#extent, most: 0, margin: 1 } : this.#extent);
  }

  /** Sees to it that rows which are visible are held. */
  #show(visible: Range): void {
    const extent = this.#isOpening ? { ...this.#extent, margin: 0 } : this.#extent;
    if (isTooNarrow(this.#range, visible, extent)) this.#want(this.#around(visible));
  }

  #want(range: Range): void {
    if (isEqual(range, this.#range)) return;
    this.#range = range;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Gives the space above a height that keeps the anchor, as long as that is one it can have. */
  #absorb(abovePx: number): void {
    const isAllThere = this.#shown.start === this.#extent.bounds.start;
    if (isAllThere && this.#anchor === null) this.#space(0, 0);
    else if (isAllThere || abovePx < innerHeight) this.#space(this.#idealPx(), abovePx);
    else this.#space(abovePx, abovePx);
  }

  /** Sets both spaces, and scrolls by what the upper differs from the height that would keep everything in its place. */
  #space(px: number, keepingPx: number): void {
    const above = this.#list?.firstElementChild;
    if (px !== this.#abovePx && above instanceof HTMLElement) above.style.blockSize = `${px}px`;
    this.#abovePx = px;
    // Nothing may be measured in between: a page that is too short for a moment is scrolled back by the browser.
    this.#spaceBelow();
    if (px !== keepingPx) window.scrollBy({ top: px - keepingPx, behavior: 'instant' });
  }

  #spaceBelow(): void {
    const { bounds } = this.#extent;
    const below = this.#list?.lastElementChild;
    const rows = bounds.end - this.#shown.end;
    const px = spaceFor(rows, bounds.end - bounds.start, this.#rowPx);
    if (below instanceof HTMLElement) below.style.blockSize = `${px}px`;
  }

  #idealPx(): number {
    const { bounds } = this.#extent;
    return spaceFor(this.#shown.start - bounds.start, bounds.end - bounds.start, this.#rowPx);
  }

  #rows(): readonly Element[] {
    return Array.from(this.#list?.children ?? []).slice(1, -1);
  }

  #rowAt(position: number): Element | undefined {
    return this.#rows()[position - this.#shown.start];
  }

  /** Where the rows begin and end in the viewport; null without layout, or before they are put up. */
  #block(): Block | null {
    const rows = this.#rows();
    return rows.length === this.#shown.end - this.#shown.start ? blockOf(rows) : null;
  }
}
