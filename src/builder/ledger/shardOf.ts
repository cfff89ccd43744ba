import { foldAddress } from '#shared/paths.ts';
import { isDay } from '#shared/days.ts';
import { spreadDigits } from '#shared/hash.ts';

/**
 * The shard that notes something of this name: the first day written in it, `2024-05-31`, else `~` and two digits of
 * its hash. New posts mostly bear the day in their names, so those of one day open one shard. Case and Unicode form do
 * not count. Takes the name of a file without folders and ending, or a folded address.
 */
export function shardOf(name: string): string {
  for (const [, year, month, dayOfMonth] of name.matchAll(/(?<!\d)(\d{4})[-/]?(\d\d)[-/]?(\d\d)/g)) {
    const day = `${year}-${month}-${dayOfMonth}`;
    if (isDay(day)) return day;
  }
  return `~${spreadDigits(foldAddress(name)).slice(0, 2)}`;
}
