import { dayPath, dayScreenInAddress, streamInAddress, streamPath } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';

/** The screens, as folded addresses, that posts have taken or given back. */
export function shiftedScreens(before: readonly string[], now: readonly string[]): readonly string[] {
  const [then, since] = [new Set(before), new Set(now)];
  return [...before.filter((folded) => !since.has(folded)), ...now.filter((folded) => !then.has(folded))];
}

/** The address at which a screen has its page, by its folded one. */
export function screenAddress(folded: string): Address {
  const [stream, day] = [streamInAddress(folded), dayScreenInAddress(folded)];
  if (stream) return streamPath(stream.kind, stream.slug);
  return day === null ? `${folded}/` : dayPath(day);
}
