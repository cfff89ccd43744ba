import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const ORIGIN = 'http://localhost:3000';
const ROOT = `${ORIGIN}/sw.js`;
const OWN = `${ORIGIN}/paper/sw.js`;

/** The browser's workers, as a page below /paper/ sees them. */
function fakeWorkers(controller: string | null) {
  const workers = Object.assign(new EventTarget(), {
    controller: controller === null ? null : workerOf(controller),
    ready: Promise.resolve({ scope: `${ORIGIN}/`, active: workerOf(ROOT) }),
    registrations: [registrationOf(`${ORIGIN}/`)],
    register: async () => {
      workers.registrations.push(registrationOf(`${ORIGIN}/paper/`));
      return workers.registrations.at(-1);
    },
    getRegistration: async (url: string) =>
      workers.registrations.findLast(({ scope }) => new URL(url, ORIGIN).href.startsWith(scope)),
    /** A worker takes over this page. */
    claim(scriptURL: string) {
      workers.controller = workerOf(scriptURL);
      workers.dispatchEvent(new Event('controllerchange'));
    },
  });
  Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
  return workers;
}

const told: string[] = [];
function workerOf(scriptURL: string) {
  return { scriptURL, postMessage: ({ kind }: { readonly kind: string }) => told.push(`${kind} ${scriptURL}`) };
}

const updated: string[] = [];
function registrationOf(scope: string) {
  const update = async () => void updated.push(scope);
  return Object.assign(new EventTarget(), { scope, update, waiting: null, installing: null });
}

beforeEach(() => {
  vi.resetModules();
  const meta = document.createElement('meta');
  Object.assign(meta, { name: 'broadsheet-base', content: '/paper/' });
  document.head.append(meta);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([]);
});
afterEach(() => {
  document.head.replaceChildren();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.restoreAllMocks();
  told.length = 0;
  updated.length = 0;
});

test('on a first visit below another site, its worker is told what was seen, and no release is new', async () => {
  const workers = fakeWorkers(ROOT);
  const [{ registerWorker }, { useHasUpdate }] = await Promise.all([
    import('#device/registerWorker.ts'),
    import('#device/updates.ts'),
  ]);
  const { renderHook, act } = await import('@testing-library/react');
  const { result } = renderHook(useHasUpdate);
  await registerWorker();
  act(() => workers.claim(ROOT)); // A new release of the other site.
  expect(told).toEqual([]);
  act(() => workers.claim(OWN));
  expect(told).toEqual([`seen ${OWN}`]);
  expect(result.current).toBe(false);
  act(() => workers.claim(OWN));
  expect(result.current).toBe(true);
  expect(told).toHaveLength(1);
});

test('a worker is started at once when something asks for it', async () => {
  const workers = fakeWorkers(null);
  const { registerWorker } = await import('#device/registerWorker.ts');
  const { keepPictures } = await import('#device/savedPictures.ts');
  vi.useFakeTimers({ toFake: ['setTimeout'] }); // It is never calm.
  void registerWorker();
  keepPictures([]);
  await vi.waitFor(() => expect(workers.registrations).toHaveLength(2));
  vi.useRealTimers();
});

test('a worker is started when nothing comes any more', async () => {
  const workers = fakeWorkers(null);
  const loads = vi.spyOn(performance, 'getEntriesByType').mockReturnValue([]);
  const { registerWorker } = await import('#device/registerWorker.ts');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const started = registerWorker();
  loads.mockReturnValue([{ name: `${ORIGIN}/paper/late.js` } as PerformanceEntry]); // Only their number counts.
  await vi.advanceTimersByTimeAsync(1500);
  expect(workers.registrations).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1500);
  vi.useRealTimers();
  await started;
  expect(workers.registrations).toHaveLength(2);
});

test('the other site’s worker is not told of saved pictures, which would have its own dropped', async () => {
  const workers = fakeWorkers(ROOT);
  const { keepPictures } = await import('#device/savedPictures.ts');
  keepPictures([]);
  await vi.waitFor(() => expect(workers.controller?.scriptURL).toBe(ROOT));
  workers.claim(ROOT);
  workers.claim(OWN);
  await vi.waitFor(() => expect(told).toEqual([`pictures ${OWN}`]));
});

test('the other site’s registration is not asked for a new release of this one', async () => {
  fakeWorkers(ROOT);
  const { applyUpdate } = await import('#device/updates.ts');
  const reload = vi.fn<() => void>();
  await applyUpdate(reload);
  expect(reload).toHaveBeenCalledOnce();
  expect(updated).toEqual([]);
});
