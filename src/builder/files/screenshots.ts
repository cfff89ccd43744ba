import { pictureSizes } from '#builder/find/pictureFiles.ts';
import type { Report } from '#builder/report.ts';
import { CONFIG_FILE, type Site } from '#builder/site.ts';
import type { Screenshot } from './webManifest.ts';

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** The publisher's screenshots, measured. What is none of the folder's own pictures is reported and left out. */
export function screenshotsOf(folder: string, { settings }: Site, report: Report): readonly Screenshot[] {
  const sizeOf = pictureSizes(folder, report);
  return settings.screenshots.flatMap((path) => {
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
    const size = type === undefined ? null : sizeOf(path);
    if (type === undefined || size === null) {
      const remedy = 'Name a PNG, JPEG or WebP file of the Jekyll folder.';
      report.add({ kind: 'settings', file: CONFIG_FILE, found: `screenshot "${path}" is no such picture`, remedy });
      return [];
    }
    const { width, height } = size;
    const src = path.split('/').map(encodeURIComponent).join('/');
    return [
      { src, type, sizes: `${width}x${height}`, form_factor: width > height ? ('wide' as const) : ('narrow' as const) },
    ];
  });
}
