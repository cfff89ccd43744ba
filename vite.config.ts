import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import packageFile from './package.json' with { type: 'json' };

/** The oldest browsers the README promises; scripts and styles are lowered to them. */
const BROWSERS = ['chrome111', 'safari16.4', 'firefox113'];

/** The router's package points bundlers at its development build, which checks what types have checked. */
const router = fileURLToPath(import.meta.resolve('react-router')).replace('/development/', '/production/');

/**
 * What is loaded together: one script and one style sheet each, in the order in which a visit wants them. A group takes all
 * that its modules import, as far as none before it has. So `attach` also names what several others share: else one would
 * bring another with it. What a visit wants in any case costs fewer bytes and round trips in one file than in twenty.
 */
const GROUPS: readonly (readonly [name: string, modules: readonly string[]])[] = [
  [
    'attach',
    [
      ...[
        'preparePage',
        'screenQueries',
        'streamPlaces',
        'streamRows',
        'calendar',
        'useIsNear',
        'plainClick',
        'PostLink',
      ],
      ...['holdBack', 'headlineOf', 'useSaveKey', 'keepSaved', 'readMarks', 'marked', 'tellWorker', 'daysHere'],
      ...['readingMinutes', 'awayWords', 'ownWords', 'framePictures', 'useNameMatcher', 'untilThere', 'Squares'],
      ...['useQueries', 'queriesObserver'],
    ],
  ],
  ['lists', ['HomePage', 'StreamPage', 'DayPage']],
  ['afterLoad', ['afterLoad', 'ScreenFoot', 'InstallButton']],
  ['rows', ['StreamRows', 'NotFoundPage']],
  ['front', ['FrontAside']],
  ['article', ['ArticlePage']],
  ['overlays', ['overlays', 'DateDialog', 'MarkDialog', 'RowMenu', 'SharePanel', 'PictureViewer']],
  ['places', ['ArchivePage', 'DirectoryPage', 'SlugifiedStream']],
  ['own', ['SettingsPage', 'SavedPage', 'OfflinePage']],
];

const groupOf = ([name, modules]: (typeof GROUPS)[number]) => ({
  name,
  test: new RegExp(`/(?:${modules.join('|')})\\.[jt]sx?$`),
});

/**
 * Vite's list of parts names a module that is loaded when wanted only while it is a script of its own. Publishing asks by
 * such names what a page needs, so here each stands for the script that it has become a part of.
 */
const parts: Plugin = {
  name: 'parts',
  writeBundle(_options, bundle) {
    const list = 'dist/app/.vite/manifest.json';
    const known = JSON.parse(readFileSync(list, 'utf8')) as Record<string, { readonly file: string }>; // By Vite, just now.
    const partOf = new Map(Object.values(known).map((part) => [part.file, part]));
    for (const output of Object.values(bundle)) {
      const part = partOf.get(output.fileName);
      if (output.type !== 'chunk' || !part) continue;
      const wanted = output.moduleIds.filter((id) => this.getModuleInfo(id)?.dynamicImporters.length);
      for (const id of wanted) known[relative(import.meta.dirname, id)] ??= part;
    }
    writeFileSync(list, `${JSON.stringify(known, null, 2)}\n`);
  },
};

/** The reader. Addresses are relative, because the base path is only known when a site is published. */
const app: UserConfig = {
  base: './',
  resolve: { alias: [{ find: /^react-router$/, replacement: router }] },
  plugins: [react(), parts],
  define: { BROADSHEET_VERSION: JSON.stringify(packageFile.version) },
  build: {
    outDir: 'dist/app',
    target: BROWSERS,
    cssTarget: BROWSERS,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'broadsheet/[name]-[hash].js',
        chunkFileNames: 'broadsheet/[name]-[hash].js',
        assetFileNames: 'broadsheet/[name]-[hash][extname]',
        // One script for the first load: one round trip, and 3 KiB less than the same in the parts that screens share.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }, ...GROUPS.map(groupOf)] },
      },
    },
  },
};

/** A script at the root of the app that runs as a service worker. */
const workerOf = (source: string, script: string): UserConfig => ({
  publicDir: false,
  build: {
    outDir: 'dist/app',
    emptyOutDir: false,
    target: BROWSERS,
    modulePreload: false,
    rolldownOptions: {
      input: source,
      output: { format: 'iife', entryFileNames: script, codeSplitting: false },
    },
  },
});

/** The service worker, whose files a publish tells it. */
const worker = workerOf('src/worker/serviceWorker.ts', 'sw.js');

/** The one that a publish puts in its place when it is told to do without. */
const noWorker = workerOf('src/worker/removeWorker.ts', 'sw-remove.js');

const executable: Plugin = { name: 'executable', writeBundle: () => chmodSync('dist/cli.js', 0o755) };

/**
 * Temml is no part of the script, which would take a fifth longer to start: the first formula loads it. It lies beside
 * the script, where Node looks for it.
 */
const temml: Plugin = {
  name: 'temml',
  writeBundle: () => {
    const script = fileURLToPath(import.meta.resolve('temml')).replace(/mjs$/, 'cjs');
    mkdirSync('dist/node_modules', { recursive: true });
    copyFileSync(script, 'dist/node_modules/temml.js');
  },
};

/** The screens as HTML, for the command line to write pages with. */
const prerender: UserConfig = {
  publicDir: false,
  resolve: { alias: [{ find: /^react-router$/, replacement: router }] },
  plugins: [react()],
  // Else React would bring its development build, too, and take it.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/prerender.tsx',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'prerender.js', codeSplitting: false } },
  },
};

/** The command line: `dist` needs nothing beside it, so that it can be copied anywhere. */
const builder: UserConfig = {
  publicDir: false,
  plugins: [executable, temml],
  ssr: { noExternal: true },
  define: { BROADSHEET_VERSION: JSON.stringify(packageFile.version) },
  build: {
    ssr: 'src/builder/cli.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    // Nobody downloads it to read an article.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: { entryFileNames: 'cli.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
};

export default defineConfig(({ mode }) => ({ worker, 'no-worker': noWorker, prerender, builder })[mode] ?? app);
