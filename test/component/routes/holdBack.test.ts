import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdBack } from '#routes/holdBack.ts';

const onBack = vi.fn<() => void>();
const router = vi.fn<() => void>();

beforeEach(() => {
  onBack.mockClear();
  router.mockClear();
  history.pushState({ idx: 1 }, '', '/list/');
  history.pushState({ idx: 2 }, '', '/article/');
  window.addEventListener('popstate', router);
});
afterEach(() => window.removeEventListener('popstate', router));

test('Back calls once, stays on the screen, and the router hears nothing', async () => {
  holdBack(onBack);
  history.back();
  await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  expect([location.pathname, history.state]).toEqual(['/article/', { idx: 2 }]);
  expect(router).not.toHaveBeenCalled();
});

test('the next Back is the router’s', async () => {
  holdBack(onBack);
  history.back();
  await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  history.back();
  await waitFor(() => expect(router).toHaveBeenCalledOnce());
  expect(location.pathname).toBe('/list/');
  expect(onBack).toHaveBeenCalledOnce();
});

test('once it has ended, Back leaves the screen', async () => {
  const end = holdBack(onBack);
  end();
  end();
  await new Promise((resolve) => setTimeout(resolve, 50));
  history.back();
  await waitFor(() => expect(location.pathname).toBe('/list/'));
  expect(onBack).not.toHaveBeenCalled();
  expect(router).toHaveBeenCalledOnce();
});

test('a leap past the screen calls, and is the router’s as well', async () => {
  holdBack(onBack);
  history.go(-2);
  await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  expect(router).toHaveBeenCalledOnce();
  expect(location.pathname).toBe('/list/');
});

test('what opens before the browser has gone back from what closed stays open, and Back is its own', async () => {
  holdBack(vi.fn<() => void>())();
  holdBack(onBack);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onBack).not.toHaveBeenCalled();
  history.back();
  await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  expect(location.pathname).toBe('/article/');
  expect(router).not.toHaveBeenCalled();
});

test('what opens and closes before that leaves nothing behind, and what is to come comes', async () => {
  const afterwards = vi.fn<() => void>();
  holdBack(vi.fn<() => void>())();
  holdBack(onBack)(afterwards);
  await waitFor(() => expect(afterwards).toHaveBeenCalledOnce());
  history.back();
  await waitFor(() => expect(location.pathname).toBe('/list/'));
  expect(onBack).not.toHaveBeenCalled();
});

// As two presses on a picture whose viewer is still on its way.
test('of two that are held, closing one does not keep all later ones from being held', async () => {
  holdBack(vi.fn<() => void>());
  const closeSecond = holdBack(vi.fn<() => void>());
  const afterwards = vi.fn<() => void>();
  closeSecond(afterwards);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const went = vi.fn<() => void>();
  holdBack(onBack)(went); // The palette, and the way to what was chosen in it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([afterwards.mock.calls.length, went.mock.calls.length]).toEqual([1, 1]);
});
