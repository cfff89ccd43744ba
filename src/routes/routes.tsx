import { type QueryClient, usePrefetchQuery } from '@tanstack/react-query';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { articleQuery, headQuery, manifestQuery } from '#data/queries.ts';
import { categoryPath, foldAddress, streamInAddress, tagPath } from '#shared/paths.ts';
import { ArticlePage, loadArticlePage } from './articleScreen.ts';
import { HomePage } from './HomePage.tsx';
import { Layout } from './Layout.tsx';
import { StreamPage } from './StreamPage.tsx';
import { useManifest } from './useManifest.ts';

/** Asks for what the first screen will need, before there is a screen: the manifest, and the text of an article. */
export function prefetchScreen(queryClient: QueryClient, address: string): void {
  void queryClient.prefetchQuery(manifestQuery());
  const stream = streamInAddress(address);
  if (stream) void queryClient.prefetchQuery(headQuery(stream.kind, stream.slug));
  else if (foldAddress(address) !== '/') {
    loadArticlePage().catch(() => {}); // The screen meets the same promise, and says it.
    void queryClient.prefetchQuery(articleQuery(address));
  }
}

/** The site map. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<HomePage />} />
        <Route path="*" element={<AddressScreen />} />
      </Route>
    </Routes>
  );
}

/**
 * What lies at an address: a screen, unless a post owns it; else an article. The order is that of docs/design.md,
 * "Addresses". Text and code of an article are asked for together, before the manifest has come.
 */
function AddressScreen() {
  const { pathname } = useLocation();
  if (foldAddress(pathname) === '/') return <Navigate to="/" replace />;
  const asked = streamInAddress(pathname);
  return asked ? <OwnedOrStream {...asked} /> : <ArticleAt address={pathname} />;
}

function OwnedOrStream({ kind, slug }: { readonly kind: 'category' | 'tag'; readonly slug: string }) {
  const { pathname } = useLocation();
  usePrefetchQuery(headQuery(kind, slug));
  const { manifest } = useManifest();
  if (manifest.taken?.includes(foldAddress(pathname))) return <ArticleAt address={pathname} />;
  const own = kind === 'category' ? categoryPath(slug) : tagPath(slug);
  return /\.html$/i.test(pathname) ? <Navigate to={own} replace /> : <StreamPage kind={kind} slug={slug} />;
}

function ArticleAt({ address }: { readonly address: string }) {
  loadArticlePage().catch(() => {}); // The screen meets the same promise, and says it.
  usePrefetchQuery(articleQuery(address));
  return <ArticlePage />;
}
