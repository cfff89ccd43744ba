import { dayFile } from '#shared/paths.ts';
import { DamagedSiteError } from './files/DamagedSiteError.ts';
import type { Replaced } from './place/placeChanged.ts';
import type { Revised } from './Revised.ts';

/** Throws `DamagedSiteError` when a day has an index and no note, or posts that are not noted as its own. */
export function refuseGaps({ days, group }: Replaced, { ledger, files }: Revised): void {
  const noted = [...group.paths].flatMap((path) => ledger.file(path)?.day ?? []);
  for (const day of new Set([...days.keys(), ...noted])) {
    const note = ledger.day(day);
    const isWhole = note ? note.posts.every(({ path }) => ledger.file(path)?.day === day) : !files.read(dayFile(day));
    if (!isWhole) throw new DamagedSiteError(`some notes of ${day} are missing`);
  }
}
