import { useState } from 'react';
import type { Manifest } from '#shared/archive.ts';
import { isPartial } from '#shared/prerender.ts';
import { Sections } from '#ui/Sections.tsx';

type Props = { readonly manifest: Manifest; readonly current: string | null };

/** The sections over a screen, where the archive has any. A real page does not know, and keeps their place free. */
export function SectionsBar({ manifest, current }: Props) {
  const hasSections = manifest.sections.length > 0;
  const [keepsPlace] = useState(() => isPartial(manifest));
  if (!hasSections && !keepsPlace) return null;
  // Another list, not the same one moved.
  return <Sections key={manifest.generation && 'whole'} sections={manifest.sections} current={current} />;
}
