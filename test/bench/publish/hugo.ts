import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Archive, setAside } from './archive.ts';
import { type Row, measureRow } from './row.ts';

// The least that shows the same: article pages, a list a section, home. No feeds, no sitemap, no pages of tags.
const LAYOUTS: Readonly<Record<string, string>> = {
  '_default/baseof.html':
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{{ .Title }}</title><main>{{ block "main" . }}{{ end }}</main></html>\n',
  '_default/single.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02 15:04" }}</time>{{ range slice | append .Params.categories }}<a href="/categories/{{ . }}.html">{{ . }}</a>{{ end }}{{ .Content }}{{ end }}\n',
  '_default/list.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<p>{{ .Date.Format "2006-01-02 15:04" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}{{ end }}\n',
  'index.html':
    '{{ define "main" }}{{ range first 20 .Site.RegularPages }}<p>{{ .Date.Format "15:04" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}{{ end }}\n',
};

/** Which Hugo is installed; null when none is. */
export async function hugoVersion(): Promise<string | null> {
  try {
    return /v[\d.]+/.exec((await promisify(execFile)('hugo', ['version'])).stdout)?.[0] ?? 'unknown';
  } catch {
    return null;
  }
}

/** What Hugo takes for the same posts, read where they lie, with addresses alike. */
export async function hugoRow(archive: Archive, runs: number): Promise<Row> {
  const { count, root, posts } = archive;
  const [source, out] = [join(root, 'hugo'), join(root, 'hugo-site')];
  await writeHugoSite(source, join(posts, '_posts'));
  const prepare = async () => {
    await setAside(archive, out);
    return hugoArgs(source, out);
  };
  const row = await measureRow({ what: 'Hugo', posts: count, runs, out, program: 'hugo', prepare });
  await setAside(archive, out);
  return row;
}

/** The command line that builds such a source. */
export function hugoArgs(source: string, out: string): readonly string[] {
  return ['--quiet', '--source', source, '--destination', out];
}

/** Writes a source for Hugo that reads the posts where they lie. */
export async function writeHugoSite(source: string, content: string): Promise<void> {
  const months = (await readdir(content)).map((month) => `"${month}" = "/:year/:month/:day/:filename"`);
  const config = `baseURL = "https://news.example/"
title = "News"
languageCode = "zh-CN"
timeZone = "Asia/Shanghai"
contentDir = "${content}"
uglyURLs = true
disableKinds = ["RSS", "sitemap", "robotsTXT", "404", "section"]
[taxonomies]
category = "categories"
[markup.goldmark.renderer]
unsafe = true
[permalinks]
${months.join('\n')}
`;
  await mkdir(source, { recursive: true });
  await writeFile(join(source, 'config.toml'), config);
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    const file = join(source, 'layouts', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, layout);
  }
}
