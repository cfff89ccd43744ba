// All that is the reader's own, out to a file and in from one.
import { base } from '#data/base.ts';
import { OWN_FORMAT, type OwnData, type OwnFile } from '#shared/ownFile.ts';
import { completeSaved } from './keepSaved.ts';
import { mergeOwn } from './mergeOwn.ts';
import { withOwn } from './ownDatabase.ts';
import { forgetMemory, positionsInMemory, savePosition } from './positions.ts';
import { loadReadMarks, rememberRead } from './readMarks.ts';
import { noteOf } from './savedNotes.ts';
import { loadSaved, savePosts } from './savedPosts.ts';
import { adoptSettings, presentSettings } from './portableSettings.ts';
import { tellTabs } from './tabs.ts';

const STORES = ['read', 'watermarks', 'saved', 'places'] as const;
const WRITTEN = [...STORES, 'savedNotes'] as const;

/** Everything of the reader's own as it is to be exported, with the name of the site. Never rejects. */
export async function collectOwn(title?: string): Promise<OwnFile> {
  const facts = { format: OWN_FORMAT, site: siteUrl(), ...(title !== undefined && { title }) } as const;
  return { ...facts, exportedAt: new Date().toISOString(), settings: presentSettings(), ...(await ownData()) };
}

/** Whether this site exported it. It may have been reached by http then and by https now. */
export function isOfThisSite({ site }: OwnFile): boolean {
  return placeOf(site) === placeOf(siteUrl());
}

/**
 * Adds what a file holds to what is here: nothing of either is lost. Settings are taken where none was chosen here. What
 * storage refuses lasts as long as the page. What saved articles lack is asked for, but not waited for. Never rejects.
 */
export async function importOwn(file: OwnFile): Promise<void> {
  adoptSettings(file.settings);
  const isKept = await withOwn(async (own) => {
    const all = own.transaction(WRITTEN, 'readwrite');
    const [read, watermarks, saved, places] = await Promise.all([
      all.objectStore('read').getAll(),
      all.objectStore('watermarks').getAll(),
      all.objectStore('saved').getAll(),
      all.objectStore('places').getAll(),
    ]);
    const merged = mergeOwn({ read, watermarks, saved, places }, file);
    await Promise.all([
      ...merged.read.map((mark) => all.objectStore('read').put(mark)),
      ...merged.watermarks.map((watermark) => all.objectStore('watermarks').put(watermark)),
      ...merged.saved.map((post) => all.objectStore('saved').put(post)),
      ...merged.saved.map((post) => all.objectStore('savedNotes').put(noteOf(post))),
      ...merged.places.map((place) => all.objectStore('places').put(place)),
      all.done,
    ]);
    return true;
  }, false);
  if (isKept) await showAll();
  else await importToMemory(file);
  void completeSaved(); // However long that takes.
}

function siteUrl(): string {
  return new URL(base, document.baseURI).href;
}

function placeOf(site: string): string | null {
  if (!URL.canParse(site)) return null;
  const { host, pathname } = new URL(site);
  return `${host}${pathname}`.replace(/\/*$/, '/');
}

async function ownData(): Promise<OwnData> {
  const [{ marks, watermarks }, saved, places] = await Promise.all([
    loadReadMarks(),
    loadSaved(),
    withOwn((own) => own.getAll('places'), positionsInMemory()),
  ]);
  return { read: [...marks.values()], watermarks: [...watermarks.values()], saved, places };
}

/** Shows what the stores hold now, here and in other tabs. */
async function showAll(): Promise<void> {
  forgetMemory();
  await Promise.all([loadReadMarks(), loadSaved()]);
  for (const store of STORES) tellTabs(store);
}

async function importToMemory(file: OwnFile): Promise<void> {
  const merged = mergeOwn(await ownData(), file);
  rememberRead(merged.read, merged.watermarks);
  await savePosts(merged.saved);
  for (const { address, index, hash } of merged.places) await savePosition(address, { index, hash });
}
