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
 * made first, and kept for the next time where there is room. Never rejects.
 */
export function readNotes(): Promise<readonly SavedNote[] | null> {
  return withOwn<readonly SavedNote[] | null>(async (own) => {
    const { addresses, notes } = await readBoth(own);
    const stored = new Set(addresses);
    const noted = new Set(notes.map(({ address }) => address));
    const made = await makeNotes(
      own,
      addresses.filter((address) => !noted.has(address)),
    );
    const hasBeyond = notes.some(({ address }) => !stored.has(address));
    // A full device takes none, and what is saved can be read all the same.
    if (made.length > 0 || hasBeyond) await keepNotes(own, made).catch(console.warn);
    return [...notes.filter(({ address }) => stored.has(address)), ...made];
  }, null);
}

async function readBoth(own: Own) {
  const both = own.transaction(['saved', 'savedNotes']);
  const found = [both.objectStore('saved').getAllKeys(), both.objectStore('savedNotes').getAll()] as const;
  const [addresses, notes] = await Promise.all(found);
  return { addresses, notes };
}

async function makeNotes(own: Own, addresses: readonly Address[]): Promise<readonly SavedNote[]> {
  const made: SavedNote[] = [];
  // One after the other: all texts at once may be more than a phone has room for.
  for (const address of addresses) {
    const post = await own.get('saved', address);
    if (post) made.push(noteOf(post)); // Else another tab has dropped it meanwhile.
  }
  return made;
}

/** Keeps notes of what is saved and has none by now, since other tabs make them, too, and drops those of what is not. */
async function keepNotes(own: Own, made: readonly SavedNote[]): Promise<void> {
  const both = own.transaction(['saved', 'savedNotes'], 'readwrite');
  const notes = both.objectStore('savedNotes');
  const [addresses, known] = await Promise.all([both.objectStore('saved').getAllKeys(), notes.getAllKeys()]);
  const [stored, noted] = [new Set(addresses), new Set(known)];
  const wanted = made.filter(({ address }) => stored.has(address) && !noted.has(address));
  const beyond = [...noted].filter((address) => !stored.has(address));
  const changes = [...wanted.map((note) => notes.put(note)), ...beyond.map((address) => notes.delete(address))];
  await Promise.all([...changes, both.done]);
}

function wholeUrl(src: string, address: Address): readonly string[] {
  if (!URL.canParse(src, urlOf(address))) return [];
  const { href, hash, protocol } = new URL(src, urlOf(address));
  return /^https?:$/.test(protocol) ? [href.slice(0, href.length - hash.length)] : [];
}
