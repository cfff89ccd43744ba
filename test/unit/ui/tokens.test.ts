// Whoever reads in whatever theme can read it: contrast by WCAG 2.2, computed from the colours themselves.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colours = Readonly<Record<string, string>>;

const CSS = readFileSync('src/ui/tokens.css', 'utf8');
const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast', 'eink'];
/** What is written on what, and the least ratio where the theme promises no more. */
const PAIRS = ['ink', 'soft', 'accent'].flatMap((text) =>
  ['paper', 'sheet', 'shade', 'accent-wash'].map((ground) => [text, ground] as const),
);

describe.each(THEMES)('in the theme %s', (theme) => {
  test.each(schemesOf(theme))('text can be read, %s', (scheme) => {
    const colours = coloursOf(theme, scheme);
    const least = theme === 'contrast' || theme === 'eink' ? 7 : 4.5;
    const ratios = PAIRS.map(([text, ground]) => ({ text, ground, ratio: contrast(colours[text], colours[ground]) }));
    expect(ratios.filter(({ ratio }) => !(ratio >= least))).toEqual([]);
  });
});

test('a reader whose system asks for more contrast gets it', () => {
  const more = { ...coloursOf('auto', 'light'), ...declarations(/prefers-contrast: more\) \{\s*:root \{([^}]*)/, 0) };
  expect(contrast(more['soft'], more['paper'])).toBeGreaterThanOrEqual(7);
  expect(contrast(more['rule'], more['paper'])).toBeGreaterThanOrEqual(3);
});

test('e-ink is black and white', () => {
  expect(new Set(Object.values(coloursOf('eink', 'light')))).toEqual(new Set(['#ffffff', '#000000']));
});

test('the window has the colour of the paper', () => {
  const page = readFileSync('index.html', 'utf8');
  for (const scheme of ['light', 'dark'] as const)
    expect(page).toContain(
      `<meta name="theme-color" content="${coloursOf('auto', scheme)['paper']}" media="(prefers-color-scheme: ${scheme})"`,
    );
});

function schemesOf(theme: string): readonly ('light' | 'dark')[] {
  const fixed = /color-scheme: (light|dark);/.exec(blockOf(theme))?.[1];
  return (['light', 'dark'] as const).filter((scheme) => fixed === undefined || fixed === scheme);
}

function coloursOf(theme: string, scheme: 'light' | 'dark'): Colours {
  const side = scheme === 'light' ? 0 : 1;
  const own = theme === 'auto' ? {} : declarations(new RegExp(`${selectorOf(theme)} \\{([^}]*)`), side);
  return { ...declarations(/:root \{([^}]*)/, side), ...own };
}

function blockOf(theme: string): string {
  const block = new RegExp(`${selectorOf(theme)} \\{([^}]*)`).exec(CSS)?.[1];
  if (block === undefined && theme !== 'auto') throw new Error(`tokens.css has no theme ${theme}`);
  return block ?? '';
}

function selectorOf(theme: string): string {
  return `:root\\[data-theme="${theme}"\\]`;
}

/** The colours that a rule declares, for a light or a dark scheme. */
function declarations(rule: RegExp, side: 0 | 1): Colours {
  const block = rule.exec(CSS)?.[1] ?? '';
  const found = block.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g);
  return Object.fromEntries(
    Array.from(found, ([, name, light, dark, both]) => [name, both ?? (side === 0 ? light : dark)]),
  );
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(colour = ''): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
