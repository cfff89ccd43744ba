// How this reader wants texts and lists set. Storage holds a JSON object of choices; the script in index.html puts them on <html>
// before the first paint, unread, and this module checks them once it is there. Sites of one host share them.
import { useSyncExternalStore } from 'react';

/** What a reader may choose. Each stands on `<html>` as `data-<name>`, where tokens.css reads it. */
export type Settings = {
  readonly theme: 'auto' | 'light' | 'dark' | 'sepia' | 'contrast' | 'eink';
  readonly size: '1' | '2' | '3' | '4' | '5';
  readonly measure: 'narrow' | 'medium' | 'wide';
  readonly font: 'sans' | 'serif';
  readonly leading: 'tight' | 'medium' | 'loose';
  readonly density: 'comfortable' | 'compact';
  /** Whether a key alone, such as `j`, does something. */
  readonly keys: 'on' | 'off';
  /** How many of the newest days are taken along by themselves. */
  readonly along: '0' | '1' | '3' | '7' | '14' | '30';
  /** The language of the interface. */
  readonly locale: 'auto' | 'zh-Hans' | 'zh-Hant' | 'en';
};

/** Every choice there is, in the order in which it is offered. */
export const CHOICES: { readonly [Name in keyof Settings]: readonly Settings[Name][] } = {
  theme: ['auto', 'light', 'dark', 'sepia', 'contrast', 'eink'],
  size: ['1', '2', '3', '4', '5'],
  measure: ['narrow', 'medium', 'wide'],
  font: ['sans', 'serif'],
  leading: ['tight', 'medium', 'loose'],
  density: ['comfortable', 'compact'],
  keys: ['on', 'off'],
  along: ['0', '1', '3', '7', '14', '30'],
  locale: ['auto', 'zh-Hans', 'zh-Hant', 'en'],
};

/** What is chosen by who has chosen nothing. */
export const DEFAULTS: Settings = {
  theme: 'auto',
  size: '3',
  measure: 'medium',
  font: 'sans',
  leading: 'medium',
  density: 'comfortable',
  keys: 'on',
  along: '3',
  locale: 'auto',
};
const STORE = 'broadsheet:settings';

const listeners = new Set<() => void>();
let settings = readStored();
let windowColour: HTMLMetaElement | undefined;

/** Puts the stored choices on the page, and from now on those that other tabs make. Nonsense counts as not chosen. */
export function followSettings(): void {
  windowColour = Object.assign(document.createElement('meta'), { name: 'theme-color' });
  show(settings);
  window.addEventListener('storage', ({ key }) => {
    // A storage that was cleared names no key.
    if (key === STORE || key === null) show(readStored());
  });
}

/** The present choices; the component renders again when they change, here or in another tab. */
export function useSettings(): Settings {
  return useSyncExternalStore(
    subscribe,
    () => settings,
    () => DEFAULTS,
  );
}

/** One present choice, for what is no component. */
export function chosenSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return settings[name];
}

/** Changes one choice, at once on the page and for later visits where the device lets us keep it. */
export function chooseSetting<Name extends keyof Settings>(name: Name, choice: Settings[Name]): void {
  keep({ ...settings, [name]: choice });
}

/** Everything as it was before the first choice. */
export function resetSettings(): void {
  keep(DEFAULTS);
}

function keep(next: Settings): void {
  show(next);
  try {
    localStorage.setItem(STORE, JSON.stringify(next));
  } catch {
    // Storage is refused or full: the choice lasts as long as the page.
  }
}

function show(next: Settings): void {
  settings = next;
  Object.assign(document.documentElement.dataset, next);
  // Without a choice the page's own two colours count, by the system's scheme. The first in the head goes before them.
  windowColour?.remove();
  if (windowColour && next.theme !== 'auto') {
    windowColour.content = getComputedStyle(document.body).backgroundColor;
    document.head.prepend(windowColour);
  }
  for (const listener of listeners) listener();
}

function readStored(): Settings {
  try {
    return check(JSON.parse(localStorage.getItem(STORE) ?? '{}'));
  } catch {
    return DEFAULTS; // Storage is refused, or what it holds is not ours.
  }
}

function check(stored: unknown): Settings {
  const given = new Map<string, unknown>(Object.entries(stored ?? {}));
  const pick = <Name extends keyof Settings>(name: Name): Settings[Name] =>
    CHOICES[name].find((choice) => choice === given.get(name)) ?? DEFAULTS[name];
  return {
    theme: pick('theme'),
    size: pick('size'),
    measure: pick('measure'),
    font: pick('font'),
    leading: pick('leading'),
    density: pick('density'),
    keys: pick('keys'),
    along: pick('along'),
    locale: pick('locale'),
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
