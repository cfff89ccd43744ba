import { type QueryClient, usePrefetchQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { articleQuery, headQuery, manifestQuery } from '#data/queries.ts';
import {
  ARCHIVE_PATH,
  dayScreenInAddress,
  directoryInAddress,
  foldAddress,
  OFFLINE_PATH,
  SAVED_PATH,
  SETTINGS_PATH,
  streamInAddress,
  streamPath,
} from '#shared/paths.ts';
import { Layout } from './Layout.tsx';
import {
  ArchivePage,
  ArticlePage,
  DayPage,
  DirectoryPage,
  HomePage,
  OfflinePage,
  SavedPage,
  SettingsPage,
  StreamPage,
} from './screens.ts';
import { useManifest } from './useManifest.ts';

/** Data that is asked for offline comes when that ends, and until then neither comes nor fails. */
const LONGEST_MS = 4000;

/**
 * Asks for what the first screen will need, before there is a screen: its code, the manifest, the head of a stream, the
 * text of an article. Resolves when all of that has come, or failed, or within
 * four seconds.
 */
export async function prefetchScreen(queryClient: QueryClient, address: string): Promise<void> {
  const asked: Promise<unknown>[] = [queryClient.prefetchQuery(manifestQuery())];
  const stream = streamInAddress(address);
  if (stream) asked.push(StreamPage.load(), queryClient.prefetchQuery(headQuery(stream.kind, stream.slug)));
  else if (foldAddress(address) === '/') asked.push(HomePage.load());
  else if (screenAt(address) === null) asked.push(ArticlePage.load(), queryClient.prefetchQuery(articleQuery(address)));
  await Promise.race([Promise.allSettled(asked), new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
}

/** The site map. */
export function AppRoutes() {
  return (
    <Layout>
      <AddressScreen />
    </Layout>
  );
}

/**
 * What lies at an address: a screen, unless a post owns it; else an article. The order is that of docs/design.md,
 * "Addresses". Text and code of an article are asked for together, before the manifest has come.
 */
function AddressScreen() {
  const { pathname } = useLocation();
  if (pathname === '/') return <HomePage />;
  if (foldAddress(pathname) === '/') return <Navigate to="/" replace />;
  const screen = screenAt(pathname);
  return screen === null ? <ArticleAt address={pathname} /> : <OwnedOr address={pathname}>{screen}</OwnedOr>;
}

/** The screen that an address names, or null. */
function screenAt(address: string): ReactNode {
  const stream = streamInAddress(address);
  if (stream) return <StreamAt address={address} {...stream} />;
  const kind = directoryInAddress(address);
  if (kind) return <DirectoryPage key={kind} kind={kind} />;
  const day = dayScreenInAddress(address);
  if (day) return <DayPage key={day} day={day} />;
  const folded = foldAddress(address);
  if (folded === foldAddress(SETTINGS_PATH)) return <SettingsPage />;
  if (folded === foldAddress(SAVED_PATH)) return <SavedPage />;
  if (folded === foldAddress(OFFLINE_PATH)) return <OfflinePage />;
  return folded === foldAddress(ARCHIVE_PATH) ? <ArchivePage /> : null;
}

function OwnedOr({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const { manifest } = useManifest();
  return manifest.taken?.includes(foldAddress(address)) ? <ArticleAt address={address} /> : children;
}

type StreamAtProps = { readonly address: string } & NonNullable<ReturnType<typeof streamInAddress>>;

function StreamAt({ address, kind, slug }: StreamAtProps) {
  usePrefetchQuery(headQuery(kind, slug));
  if (/\.html$/i.test(address)) return <Navigate to={streamPath(kind, slug)} replace />;
  return <StreamPage kind={kind} slug={slug} />;
}

function ArticleAt({ address }: { readonly address: string }) {
  ArticlePage.prefetch();
  usePrefetchQuery(articleQuery(address));
  return <ArticlePage />;
}
