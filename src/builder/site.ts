import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isZone } from '#shared/days.ts';
import { type Fields, isFields, isList, listField, mapField, textField, textOf, type Value } from './post/value.ts';
import { parseYaml } from './post/yaml.ts';
import type { Report } from './report.ts';
import { readSettings, type Settings } from './settings.ts';

/** Values that front matter falls back to, for some files. Jekyll's "front matter defaults". */
export type Defaults = { readonly path: string; readonly type: string | undefined; readonly values: Fields };

/** A Jekyll site's settings and ours, as far as they change what is published. */
export type Site = {
  readonly title: string;
  readonly description?: string;
  readonly lang?: string;
  readonly timezone: string;
  /** `https://example.org`, without path; empty when not set. */
  readonly url: string;
  /** Where the site lies on its host: `/` or `/news/`. */
  readonly base: string;
  /** Where its posts believe it lies: the `baseurl` they were written for. */
  readonly writtenBase: string;
  /** The permalink template of posts. */
  readonly permalink: string;
  readonly collectionsDir: string;
  readonly defaults: readonly Defaults[];
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly markdownExtensions: readonly string[];
  readonly future: boolean;
  readonly unpublished: boolean;
  /** Whether a service worker keeps the site on devices. */
  readonly hasWorker: boolean;
  readonly settings: Settings;
  /** All of `_config.yml`, for `{{ site.… }}`. */
  readonly config: Fields;
};

/** What the command line may say over `_config.yml`. */
export type Overrides = { readonly base?: string; readonly future?: boolean; readonly hasWorker?: boolean };

/** Where a site's settings stand. */
export const CONFIG_FILE = '_config.yml';

const DEFAULT_ZONE = 'UTC';

/** Reads `<folder>/_config.yml`. A missing file means Jekyll's defaults; an unreadable one is reported and means them too. */
export function readSite(folder: string, overrides: Overrides, report: Report): Site {
  const config = readConfig(folder, report);
  const description = textField(config, 'description');
  const lang = textField(config, 'lang') ?? textField(config, 'locale')?.replace('_', '-');
  return {
    title: textField(config, 'title') ?? textField(config, 'name') ?? 'Broadsheet',
    ...(description !== undefined && { description }),
    ...(lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(lang) && { lang }),
    timezone: zoneOf(config, report),
    url: (textField(config, 'url') ?? '').replace(/\/+$/, ''),
    base: baseOf(overrides.base ?? textField(config, 'baseurl') ?? ''),
    writtenBase: baseOf(textField(config, 'baseurl') ?? ''),
    permalink: permalinkOf(config),
    collectionsDir: (textField(config, 'collections_dir') ?? '').replace(/^\.?\/+|\/+$/g, ''),
    defaults: defaultsOf(config.get('defaults')),
    exclude: listField(config, 'exclude'),
    include: listField(config, 'include'),
    markdownExtensions: (textField(config, 'markdown_ext') ?? 'markdown,mkdown,mkdn,mkd,md').split(','),
    future: overrides.future ?? config.get('future') === true,
    unpublished: config.get('unpublished') === true,
    hasWorker: overrides.hasWorker ?? true,
    settings: readSettings(config, report),
    config,
  };
}

/** `/`, or the path as browsers send it, percent-encoded, with one slash at each end. */
export function baseOf(path: string): string {
  const url = new URL('http://site.invalid');
  url.pathname = path;
  const inner = url.pathname.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

function readConfig(folder: string, report: Report): Fields {
  let text: string;
  try {
    text = readFileSync(join(folder, CONFIG_FILE), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) {
      report.addUnread(CONFIG_FILE, cause, 'settings');
    }
    return new Map();
  }
  const parsed = parseYaml(text);
  if (parsed.ok) return parsed.fields;
  const finding = {
    file: CONFIG_FILE,
    found: `unreadable YAML (${parsed.why})`,
    remedy: 'Correct it; defaults were used.',
  };
  report.takeUnread([finding], 'settings');
  return new Map();
}

function zoneOf(config: Fields, report: Report): string {
  const zone = textField(config, 'timezone');
  if (zone === undefined) return DEFAULT_ZONE;
  if (isZone(zone)) return zone;
  const remedy = `Write an IANA name such as Asia/Shanghai; ${DEFAULT_ZONE} was used.`;
  report.add({ kind: 'settings', file: '_config.yml', found: `timezone "${zone}" is unknown`, remedy });
  return DEFAULT_ZONE;
}

// Jekyll 4.3, Configuration#style_to_permalink. A template under collections.posts goes first.
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
};

function permalinkOf(config: Fields): string {
  const ofPosts = textField(mapField(mapField(config, 'collections'), 'posts'), 'permalink');
  const style = textField(config, 'permalink') ?? 'date';
  return ofPosts ?? (Object.hasOwn(STYLES, style) ? (STYLES[style] ?? style) : style);
}

function defaultsOf(value: Value | undefined): readonly Defaults[] {
  if (!isList(value)) return [];
  return value.filter(isFields).map((fields) => {
    const scope = mapField(fields, 'scope');
    const path = textOf(scope.get('path')).replace(/^\.?\/+|\/+$/g, '');
    return { path, type: textField(scope, 'type'), values: mapField(fields, 'values') };
  });
}
