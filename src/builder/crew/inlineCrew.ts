import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chunkFile } from '#shared/paths.ts';
import { composeDay, type DayRun } from '#builder/day/composeDay.ts';
import { pathClassifier } from '#builder/find/classifyPath.ts';
import { pictureSizes } from '#builder/find/pictureFiles.ts';
import { screenRenderer } from '#builder/pages/loadPrerender.ts';
import { sightPosts } from '#builder/place/sightPosts.ts';
import { Report } from '#builder/report.ts';
import { readSite } from '#builder/site.ts';
import type { Crew, CrewTask } from './Crew.ts';

/** A crew of this thread alone. */
export function inlineCrew(task: CrewTask): Crew {
  const { folder, out, nowMs, overrides } = task;
  // What is wrong with the settings was reported by the publish itself.
  const site = readSite(folder, overrides, new Report());
  const run = { folder, site, nowMs };
  const pictures = new Report();
  const sizeOf = sizesOf(folder, pathClassifier(folder, site, out), pictures);
  const fileOf = (hash: string) => join(out, 'data', chunkFile(hash));
  const oldChunks: DayRun['oldChunks'] = {
    has: (hash) => existsSync(fileOf(hash)),
    read: (hash) => readOrNull(fileOf(hash)),
  };
  return {
    ahead: 0,
    sight: (paths) => Promise.resolve(sightPosts(paths, run)),
    compose: (job, answers) => {
      const ask = (question: string) => sizeOf(question) ?? answers.get(question) ?? null;
      const result = composeDay(job, { ...run, ask, oldChunks });
      // A picture is asked for its size once, maybe in a try whose report came to nothing.
      if ('composed' in result) result.composed.report.takeUnread(pictures.unread.splice(0));
      return Promise.resolve(result);
    },
    render: screenRenderer(task.prerender, site),
    close: () => Promise.resolve(),
  };
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null; // Then its posts are composed anew.
  }
}

/**
 * Answers questions for the size of a picture: `640x480`, or nothing when no published file of that name is a picture.
 * What cannot be read is reported.
 */
function sizesOf(
  folder: string,
  classify: ReturnType<typeof pathClassifier>,
  report: Report,
): (question: string) => string | null {
  const sizeOf = pictureSizes(folder, report);
  return (question) => {
    const [, path] = /^size:(.*)$/s.exec(question) ?? [];
    if (path === undefined) return null;
    const { role, isThere, trouble } = classify(path);
    const size = role?.kind === 'other' && (isThere || trouble !== undefined) ? sizeOf(path) : null;
    return size ? `${size.width}x${size.height}` : '';
  };
}
