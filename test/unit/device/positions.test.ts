// Pages are written in Node, where articles must be whole at once, nothing may be asked, and nothing may keep the process.
import { expect, test, vi } from 'vitest';

test('where pages are written no article waits for a position, and nothing is opened', async () => {
  const warn = vi.spyOn(console, 'warn');
  const channel = vi.fn<() => void>();
  vi.stubGlobal('BroadcastChannel', channel);
  const { knownPosition } = await import('#device/positions.ts');
  await new Promise((resolve) => setTimeout(resolve));
  expect(knownPosition('/a/')).toBeNull();
  expect(channel).not.toHaveBeenCalled();
  expect(warn).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
