import type { Report } from '#builder/report.ts';
import { CONFIG_FILE, type Site } from '#builder/site.ts';
import { originOf } from '#builder/siteUrl.ts';
import { feedSettings } from './feedSettings.ts';

/** Reports the settings without which feeds and sitemap are not what they could be. */
export function reportFeeds(site: Site, report: Report): void {
  const wrong = (found: string, remedy: string) => report.add({ kind: 'settings', file: CONFIG_FILE, found, remedy });
  const isRead = report.unread.every(({ file }) => file !== CONFIG_FILE);
  if (isRead && originOf(site) === '')
    wrong(
      site.url === '' ? 'no url' : `url "${site.url}" is no address of a site`,
      'Without it feeds cannot say where the site lies, and there is no sitemap; write url: https://… there.',
    );
  for (const address of feedSettings(site).unusable)
    wrong(`feed: no feed can lie at ${address}`, 'Write a path of its own with an ending, as /feed/news.xml.');
}
