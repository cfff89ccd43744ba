import type { Row } from './row.ts';

const WIDTHS = [9, 24, 9, 9, 8, 8, 9, 8];

/** The head of the table, in Markdown. */
export function tableHead(): string {
  const names = ['posts', 'what', 'wall', 'CPU', 'peak', 'files', 'size', 'written'];
  return `${lineOf(names)}\n${lineOf(WIDTHS.map((width) => '-'.repeat(width)))}`;
}

/** A line of the table. What Hugo and we count as files and size is everything in the folder written to. */
export function tableLine({ posts, what, wallMs, cpuMs, peakBytes, files, bytes, written }: Row): string {
  const peak = peakBytes === null ? '?' : inMb(peakBytes);
  const size = `${inMb(bytes)}`;
  return lineOf([String(posts), what, inSeconds(wallMs), inSeconds(cpuMs), peak, String(files), size, String(written)]);
}

/** How a full publish compares with Hugo's, where both were measured. */
export function ratioLine(rows: readonly Row[]): string | null {
  const [ours, hugo] = ['full', 'Hugo'].map((what) => rows.find((row) => row.what === what));
  if (!ours || !hugo) return null;
  const [wall, cpu] = [ours.wallMs / hugo.wallMs, ours.cpuMs / hugo.cpuMs].map((ratio) => ratio.toFixed(2));
  return `${ours.posts} posts: ${wall} × Hugo's wall time, ${cpu} × its CPU time.`;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0)).join(' | ')} |`;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function inMb(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
