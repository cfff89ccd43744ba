// What is noted of saved articles, so that nobody has to read all their texts to know what they are made of.
import { urlOf } from '#data/base.ts';
import type { Address } from '#shared/post.ts';
import { picturesIn } from '#shared/servedHtml.ts';
import { type Own, type SavedNote, type SavedPost, withOwn } from './ownDatabase.ts';

/** What is noted of a saved article. */
export function noteOf({ address, savedAt, headline, article }: SavedPost): SavedNote {
  const parts = article ? [article.html, ...(article.rest ?? [])] : [];
  const written = [...(headline.picture ? [headline.picture.src] : []), ...parts.flatMap(picturesIn)];
  const pictures = new Set(written.flatMap((src) => wholeUrl(src, address)));
  return { address, savedAt, hasText: article !== undefined, pictures: [...pictures] };
}

/**
 * The notes of all stored articles; null where storage fails. Those of articles that an older release has stored are
 * made first. Never rejects.
 */
export function readNotes(): Promise<readonly SavedNote[] | null> {
  return withOwn<readonly SavedNote[] | null>(async (own) => {
    const { addresses, notes } = await readBoth(own);
    const stored = new Set(addresses);
    const noted = new Set(notes.map(({ address }) => address));
    const missing = addresses.filter((address) => !noted.has(address));
    const beyond = [...noted].filter((address) => !stored.has(address));
    const made = missing.length + beyond.length > 0 ? await mendNotes(own, missing, beyond) : [];
    return [...notes.filter(({ address }) => stored.has(address)), ...made];
  }, null);
}

async function readBoth(own: Own) {
  const both = own.transaction(['saved', 'savedNotes']);
  const found = [both.objectStore('saved').getAllKeys(), both.objectStore('savedNotes').getAll()] as const;
  const [addresses, notes] = await Promise.all(found);
  return { addresses, notes };
}

async function mendNotes(own: Own, missing: readonly Address[], beyond: readonly Address[]) {
  const both = own.transaction(['saved', 'savedNotes'], 'readwrite');
  const [saved, notes] = [both.objectStore('saved'), both.objectStore('savedNotes')];
  const made: SavedNote[] = [];
  // One after the other: all texts at once may be more than a phone has room for.
  for (const address of missing) {
    const post = await saved.get(address);
    if (!post) continue; // Another tab has dropped it meanwhile.
    made.push(noteOf(post));
    await notes.put(noteOf(post));
  }
  for (const address of beyond) if ((await saved.getKey(address)) === undefined) await notes.delete(address);
  await both.done;
  return made;
}

function wholeUrl(src: string, address: Address): readonly string[] {
  if (!URL.canParse(src, urlOf(address))) return [];
  const { href, hash, protocol } = new URL(src, urlOf(address));
  return /^https?:$/.test(protocol) ? [href.slice(0, href.length - hash.length)] : [];
}
