// The screens, and parts of them, whose code is loaded when they are first asked for.
import { type ComponentType, createElement, lazy, useState } from 'react';

/** A part of the app that did not arrive, or that a newer release has replaced. Then only loading the page anew helps. */
export class MissingCodeError extends Error {
  /** Asks for it again. */
  readonly load: () => Promise<unknown>;

  constructor(load: () => Promise<unknown>, cause: unknown) {
    super('A part of this page could not be loaded', { cause });
    this.load = load;
  }
}

/** The front page. */
export const HomePage = lazyScreen(() => import('./HomePage.tsx').then((module) => module.HomePage));

/** The screen of a category, tag or source. */
export const StreamPage = lazyScreen(() => import('./StreamPage.tsx').then((module) => module.StreamPage));

/** The article screen, DOMPurify with it. */
export const ArticlePage = lazyScreen(() => import('./ArticlePage.tsx').then((module) => module.ArticlePage));

/** The screen of all categories, tags or sources. */
export const DirectoryPage = lazyScreen(() => import('./DirectoryPage.tsx').then((module) => module.DirectoryPage));

/** The screen of a day. */
export const DayPage = lazyScreen(() => import('./DayPage.tsx').then((module) => module.DayPage));

/** The screen of all years. */
export const ArchivePage = lazyScreen(() => import('./ArchivePage.tsx').then((module) => module.ArchivePage));

/** What says that nothing lies at an address. */
export const NotFoundPage = lazyScreen(() => import('./NotFoundPage.tsx').then((module) => module.NotFoundPage));

/** What sends and copies an article. */
export const SharePanel = lazyScreen(() => import('./SharePanel.tsx').then((module) => module.SharePanel));

/** The screen of all settings. */
export const SettingsPage = lazyScreen(() => import('./SettingsPage.tsx').then((module) => module.SettingsPage));

/** The screen of saved articles. */
export const SavedPage = lazyScreen(() => import('./SavedPage.tsx').then((module) => module.SavedPage));

/** The screen of what is taken along. */
export const OfflinePage = lazyScreen(() => import('./OfflinePage.tsx').then((module) => module.OfflinePage));

/** What stands where no stream has the slug that was asked for. */
export const SlugifiedStream = lazyScreen(() =>
  import('./SlugifiedStream.tsx').then((module) => module.SlugifiedStream),
);

/** What lists all of a stream, in the place of its first rows. */
export const StreamRows = lazyScreen(() => import('./StreamRows.tsx').then((module) => module.loadStreamRows()));

const PATIENCE_MS = 10_000;

/** Browsers wait for a script as long as its host is silent. What comes after this is there for the next try. */
function inTime<T>(coming: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => (timer = setTimeout(reject, PATIENCE_MS)));
  // A timer that runs on would keep what writes pages from ending.
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/**
 * A screen that suspends until its code is there, and throws `MissingCodeError` when it does not come. Code that is there
 * already is shown at once, where `lazy` would suspend all the same the first time, and React would keep what it shows
 * meanwhile for 300 ms.
 */
function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  let waiting: ComponentType<Props> | null = null;
  const start = (): Promise<ComponentType<Props>> => {
    loading ??= inTime(load()).then(
      (component) => (loaded = component),
      (cause: unknown) => {
        loading = null;
        throw new MissingCodeError(start, cause);
      },
    );
    return loading;
  };
  // One for all: what was not shown yet has no state, and another one each time would ask and fail for ever.
  const later = () => (waiting ??= lazy(async () => ({ default: await start() })));
  const Screen = (props: Props) => {
    const [component] = useState(() => loaded ?? later());
    return createElement<Props>(component, props);
  };
  return Object.assign(Screen, { load: start, prefetch: () => void start().catch(() => {}) });
}
