import { render, screen } from '@testing-library/react';
import { Suspense, use } from 'react';
import { Link, useLocation } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { AppRouter } from '#routes/AppRouter.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Says where it is, and waits for every place but the first. */
function Place({ coming }: { readonly coming: Promise<void> }) {
  const { pathname, search } = useLocation();
  if (search !== '') use(coming);
  return <p>{pathname + search}</p>;
}

function show(coming: Promise<void>): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false); // As on a page: what waits there waits here.
  window.history.replaceState(null, '', '/paper/');
  render(
    <AppRouter base="/paper/">
      <Link to="/news/">news</Link>
      <Link to="/?from=2024">2024</Link>
      <Suspense fallback="…">
        <Place coming={coming} />
      </Suspense>
    </AppRouter>,
  );
}

test('another screen is drawn before anything else can happen', async () => {
  show(Promise.resolve());
  await screen.findByText('/');
  screen.getByRole('link', { name: 'news' }).click();
  await Promise.resolve();
  expect(screen.getByText('/news/').textContent).toBe('/news/');
  expect(window.location.pathname).toBe('/paper/news/');
});

test('a screen stays as it is until another place of it has come', async () => {
  const coming = new EventTarget();
  show(new Promise((resolve) => coming.addEventListener('come', () => resolve())));
  await screen.findByText('/');
  screen.getByRole('link', { name: '2024' }).click();
  await new Promise((later) => setTimeout(later, 50));
  expect(screen.queryByText('…')).toBeNull();
  expect(screen.getByText('/').style.display).toBe('');
  coming.dispatchEvent(new Event('come'));
  await screen.findByText('/?from=2024');
});
