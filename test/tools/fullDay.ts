import { linksFile } from '#shared/paths.ts';
import type { Files } from '../unit/builder/folders.ts';
import { postText } from '../unit/builder/posts.ts';

const DATED = 1900;
const HIDDEN = 201;

/** An address that does not show its day, and the old one that leads to it. */
export const MOVED = { address: '/tide-0', from: '/fish.html' } as const;

/**
 * A Jekyll folder whose files split in every way there is: all posts lie in one hour of one day, more than one index
 * holds, and of those whose address hides that day more share a file of links than it holds.
 */
export function fullDay(): Files {
  const dated = Array.from({ length: DATED }, (_post, number) => post(`dated-${number}`, {}));
  const hidden = addressesOfOneFile().map((address) => post(address.slice(1), fieldsOf(address)));
  return Object.assign({ '_config.yml': 'timezone: Asia/Shanghai' }, ...dated, ...hidden);
}

function post(name: string, fields: Readonly<Record<string, string>>): Files {
  const text = postText({ title: name, date: '2024-05-30 09:05:00 +0800', ...fields });
  return { [`_posts/2024-05-30-${name}.md`]: text };
}

function fieldsOf(address: string): Readonly<Record<string, string>> {
  return { permalink: address, ...(address === MOVED.address && { redirect_from: MOVED.from }) };
}

function addressesOfOneFile(): readonly string[] {
  const addresses: string[] = [];
  for (let number = 0; addresses.length < HIDDEN; number++)
    if (linksFile(`/tide-${number}`) === linksFile(MOVED.address)) addresses.push(`/tide-${number}`);
  return addresses;
}
