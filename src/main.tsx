import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { base, inBase } from '#data/base.ts';
import { setLastResort } from '#data/lastResort.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { keepOffer } from '#device/keepOffer.ts';
import { chosenSetting, followSettings } from '#device/settings.ts';
import type { Messages } from '#messages/messages.ts';
import { App } from '#routes/App.tsx';
import { AppRouter } from '#routes/AppRouter.tsx';
import { loadWords } from '#routes/LanguageProvider.tsx';
import { prefetchScreen } from '#routes/routes.tsx';
import { HomePage, StreamPage } from '#routes/screens.ts';
import { afterPaint } from '#ui/afterPaint.ts';

/** Who waits longer sees that something is to come. */
const PATIENCE_MS = 400;

const client = makeQueryClient();
const loadSaving = () => import('#device/keepSaved.ts');
const router = (screens: React.ReactNode) => <AppRouter base={base}>{screens}</AppRouter>;

setLastResort(async (address) => (await loadSaving()).savedAnswer(address));
history.scrollRestoration = 'manual';
let drawn = Promise.resolve();
if (document.getElementById('page-data')) attach();
else drawn = start();
followSettings();
keepOffer();
addEventListener('load', () => void drawn.then(() => afterPaint(loadRest)));

/** Loads what no first screen needs, and what would keep it waiting. */
function loadRest(): void {
  for (const screen of [HomePage, StreamPage]) screen.prefetch(); // Every screen leads there.
  void import('#routes/afterLoad.ts').then(({ afterLoad }) => afterLoad()).catch(() => {}); // Lists read without marks.
}

/** Attaches to a real page. It can be read as it is: when code does not come, nothing is said, and being online tries again. */
function attach(): void {
  const again = () => addEventListener('online', attach, { once: true });
  void import('#routes/preparePage.tsx')
    .then(({ preparePage }) => preparePage({ client, router, start }))
    .then((attachPage) => attachPage(), again);
}

/**
 * Draws the screen of the address. It waits a little for what the screen needs, and draws again when that is there: by
 * itself, React shows nothing else for 300 ms once it has shown that something is to come. Resolves when the screen has
 * all it needs or can have, or it was said that nothing comes.
 */
function start(): Promise<void> {
  // Data is asked for beside the words, not after them.
  const screen = prefetchScreen(client, inBase(location.pathname));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return loadWords(chosenSetting('locale'))
    .then((words) => Promise.race([screen, patience]).then(() => words))
    .then(show)
    .then((draw) => screen.then(draw), sayItFailed);
}

/** Without words there is no interface to say it in: index.html does, and tries again, as without this script. */
function sayItFailed(): void {
  document.querySelector('script[type="module"]')?.dispatchEvent(new Event('error'));
}

/** Draws the app, and gives what draws it again. */
function show(words: Messages): () => void {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no element #root.');
  const root = createRoot(element);
  const draw = () => root.render(<App {...{ client, words, router }} />);
  draw();
  return draw;
}
