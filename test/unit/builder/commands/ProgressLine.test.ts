import { expect, test } from 'vitest';
import { ProgressLine, type Screen } from '#builder/commands/ProgressLine.ts';

/** A run that reads a hundred posts a second for so long, telling every tenth of a second; what is shown of it. */
function shown(seconds: number, screen: Omit<Screen, 'write'>): string[] {
  const written: string[] = [];
  let nowMs = 5000;
  const line = new ProgressLine({ ...screen, write: (text) => written.push(text) }, () => nowMs);
  for (let done = 0; done < seconds * 100; done += 10) {
    line.show({ phase: 'reading', done, total: 10_000 });
    nowMs += 100;
  }
  line.clear();
  return written;
}

test('a short run shows nothing', () => {
  expect(shown(1.9, { isTTY: true })).toEqual([]);
  expect(shown(9.9, {})).toEqual([]);
});

test('on a terminal one line is drawn anew, and taken away at the end', () => {
  const written = shown(3, { isTTY: true });
  expect(written[0]).toBe('\r\u001B[Kreading 200 of 10,000 posts, 100 a second, 1 min 38 s left');
  expect(written.join('')).not.toContain('\n');
  expect(written.at(-1)).toBe('\r\u001B[K');
});

test('a narrow terminal gets a line that fits', () => {
  expect(shown(3, { isTTY: true, columns: 20 })[0]).toBe('\r\u001B[Kreading 200 of 10,0');
});

test('elsewhere a line comes every ten seconds', () => {
  expect(shown(30, {})).toEqual([
    'reading 1,000 of 10,000 posts, 100 a second, 1 min 30 s left\n',
    'reading 2,000 of 10,000 posts, 100 a second, 1 min 20 s left\n',
  ]);
});

test('the rate is that of the phase', () => {
  const written: string[] = [];
  let nowMs = 0;
  const line = new ProgressLine({ isTTY: true, write: (text) => written.push(text) }, () => nowMs);
  line.show({ phase: 'reading', done: 0, total: 10 });
  nowMs = 60_000;
  line.show({ phase: 'writing', done: 0, total: 100 });
  nowMs = 62_000;
  line.show({ phase: 'writing', done: 50, total: 100 });
  expect(written.at(-1)).toContain('writing 50 of 100 posts, 25 a second, 2.0 s left');
});

test('a notice stands on a line of its own', () => {
  const written: string[] = [];
  let nowMs = 0;
  const line = new ProgressLine({ isTTY: true, write: (text) => written.push(text) }, () => nowMs);
  nowMs = 3000;
  line.show({ phase: 'finding', done: 1 });
  line.interrupt('Published anew.');
  expect(written).toEqual([expect.stringContaining('finding 1 files'), '\r\u001B[K', 'Published anew.\n']);
});
