import type { Front, Manifest } from '#shared/archive.ts';
import { FRONT_FILE, streamFolder } from '#shared/paths.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';
import { readHead } from './streamRows.ts';

const FILE = inData(FRONT_FILE);

/** Checks that the front page names the manifest's sections and last day, and of each section the newest headlines. */
export function checkFront(check: SiteCheck, { sections, lastDay }: Manifest): void {
  check.look<Front, void>(FILE, (front) => {
    const named = front.sections.map(({ slug, name, count }) => ({ slug, name, count }));
    if (JSON.stringify(named) !== JSON.stringify(sections)) check.fail(FILE, 'names other sections than the manifest');
    if (front.day !== lastDay) check.fail(FILE, `is of ${front.day}, the manifest of ${lastDay}`);
    for (const section of front.sections) checkSection(check, section);
  });
}

function checkSection(check: SiteCheck, { slug, newest }: Front['sections'][number]): void {
  const head = readHead(check, inData(streamFolder('category', slug)));
  for (const [index, line] of newest.entries())
    if (
      !Object.entries(line).every(
        ([name, value]) => new Map(Object.entries(head?.newest[index] ?? {})).get(name) === value,
      )
    )
      check.fail(FILE, `names ${line.address}, which is not so among the newest of ${slug}`);
}
