import { closeSync, openSync, readSync } from 'node:fs';
import { imageSize } from 'image-size';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { orReport } from './borrowOrReport.ts';

const HEADER_BYTES = 256 * 1024;

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/**
 * Finds the pixel size of the folder's own pictures, by the address they are published at. Each file is read once, its
 * beginning only. What is no published file, or no picture that can be read, has no size.
 */
export function pictureFiles(folder: string, paths: readonly string[], site: Site): (src: string) => Size | null {
  const published = new Set(paths);
  const sizeOf = pictureSizes(folder, new Report()); // Whoever looks at posts alone is told of posts.
  return (src) => {
    const path = pathOfPicture(src, site);
    return path !== null && published.has(path) ? sizeOf(path) : null;
  };
}

/** The same by path, for any file. What cannot be read is reported. */
export function pictureSizes(folder: string, report: Report): (path: string) => Size | null {
  const known = new Map<string, Size | null>();
  return (path) => {
    let size = known.get(path);
    if (size === undefined) {
      const head = orReport(folder, path, { read: headOf, report });
      known.set(path, (size = head && sizeOfPicture(head)));
    }
    return size;
  };
}

/** The path of the file of ours that a picture's address means, or null. The file may not exist. */
export function pathOfPicture(src: string, { base }: Site): string | null {
  if (!src.startsWith(base)) return null;
  try {
    return decodeURIComponent(src.slice(base.length).replace(/[?#].*$/s, ''));
  } catch {
    return null; // A stray percent sign names no file of ours.
  }
}

function sizeOfPicture(head: Uint8Array): Size | null {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    if (width === 0 || height === 0) return null;
    // From 5 on, the camera was held upright: browsers turn the picture.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null; // A broken picture is shown as broken; it stops nothing.
  }
}

function headOf(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(HEADER_BYTES);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
