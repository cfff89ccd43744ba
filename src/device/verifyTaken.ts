import { isSound } from '#data/loadToKeep.ts';
import type { TakenDay } from './ownDatabase.ts';
import { alone, startTaking } from './takeAlong.ts';
import { loadTakenDays, putTakenDays, takenDays } from './takenDays.ts';
import { showTaking } from './takingState.ts';
import { TakenShelf } from './TakenShelf.ts';

/** Checks every file of the days that are here by its hash. Those that are damaged or gone are fetched anew. */
export async function verifyTaken(): Promise<void> {
  await loadTakenDays();
  await alone(checkAll);
  await startTaking();
}

async function checkAll(): Promise<void> {
  const days = [...takenDays().values()].filter(({ doneAt }) => doneAt !== undefined);
  const shelf = await TakenShelf.open();
  const damaged = await findDamaged(shelf, [...new Set(days.flatMap(({ files }) => files))]);
  await shelf.drop(damaged);
  await putTakenDays(
    // A day may have been dropped meanwhile, or taken anew.
    [...takenDays().values()]
      .filter(({ files }) => files.some((path) => damaged.has(path)))
      .map((taken): TakenDay => {
        const { isPaused: _isPaused, ...known } = taken;
        return { ...known, isStale: true };
      }),
  );
  showTaking({ status: 'idle' });
}

async function findDamaged(shelf: TakenShelf, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  for (const [index, path] of paths.entries()) {
    if (!(await isSound(await shelf.match(path)))) damaged.add(path);
    showTaking({ status: 'checking', check: { checked: index + 1, total: paths.length, damaged: damaged.size } });
  }
  return damaged;
}
