import { join } from 'node:path';
import type { Archive } from '../publish/archive.ts';
import { writeEleventyPages } from './eleventySite.ts';
import { writeHandSite } from './handSite.ts';
import { hugoAddress, writeHugoPages } from './hugoSite.ts';
import { publishOwn } from './ownSite.ts';
import { moveTargets, type PaintSite, targetsOf } from './paintSite.ts';
import type { PaintOptions, SiteName } from './paintOptions.ts';
import { readOwnSite } from './readOwnSite.ts';

/** Makes the wanted sites anew from the posts of an archive, below its folder. Says which cannot be had, and why. */
export async function makeSites(archive: Archive, { only, eleventy }: PaintOptions): Promise<readonly PaintSite[]> {
  const folderOf = (name: SiteName) => join(archive.root, 'paint', name);
  const { posts } = archive;
  const hasPages = await publishOwn(posts, folderOf('ours'), Math.floor(archive.count / 2));
  if (!hasPages) console.log('There are no pages yet: ours is as shell.');
  const own = readOwnSite(folderOf('ours'));
  const targets = targetsOf(own);
  const plain = { targets, hasFallback: false };
  const makers: Readonly<Record<SiteName, () => Promise<Omit<PaintSite, 'name' | 'folder'> | null>>> = {
    ours: async () => ({ targets, hasFallback: true }),
    shell: async () => {
      await publishOwn(posts, folderOf('shell'), 'none');
      return { targets, hasFallback: true };
    },
    hand: async () => {
      await writeHandSite(own, folderOf('hand'));
      return plain;
    },
    hugo: async () =>
      (await writeHugoPages(archive, folderOf('hugo')))
        ? { targets: moveTargets(targets, hugoAddress), hasFallback: false }
        : null,
    eleventy: async () => ((await writeEleventyPages(archive, folderOf('eleventy'), eleventy)) ? plain : null),
  };
  const sites: PaintSite[] = [];
  for (const name of only) {
    const made = await makers[name]();
    if (made) sites.push({ name, folder: folderOf(name), ...made });
    else console.log(`${name} is not installed, and left out.`);
  }
  return sites;
}
