import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import packageFile from './package.json' with { type: 'json' };

/** The oldest browsers the README promises; scripts and styles are lowered to them. */
const BROWSERS = ['chrome111', 'safari16.4', 'firefox113'];

/** The router's package points bundlers at its development build, which checks what types have checked. */
const router = fileURLToPath(import.meta.resolve('react-router')).replace('/development/', '/production/');

/** The reader. Addresses are relative, because the base path is only known when a site is published. */
const app: UserConfig = {
  base: './',
  resolve: { alias: [{ find: /^react-router$/, replacement: router }] },
  plugins: [react()],
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
        // What several screens ask by is one script too: the first load names every other, and names weigh.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            {
              name: 'questions',
              test: /\/(?:useQuery|useQueries|queriesObserver|screenQueries|streamPlaces|streamRows|readingMinutes|plainClick|readPage|useIsNear|saveData|shelves|calendar)\.[jt]s$/,
            },
            { name: 'saving', test: /\/(?:idb|device\/(?:ownDatabase|keepSaved|saved\w+|storageState|tabs))\b/ },
            { name: 'away', test: /\/(?:daysHere|awayWords|NotHere)\./ },
            { name: 'panels', test: /\/(?:Dialog|useCopying|SendButton|SharePanel|holdBack|useSaveKey|headlineOf)\./ },
          ],
        },
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
