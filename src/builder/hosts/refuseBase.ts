import type { PublishOptions } from '#builder/PublishRun.ts';
import type { Site } from '#builder/site.ts';
import { UsageError } from '#builder/UsageError.ts';

/**
 * Throws `UsageError` for a base that cannot be written in a file of the host: nginx takes a dollar sign for the
 * beginning of a variable, has no way to write one, and would not start.
 */
export function refuseBase({ base }: Pick<Site, 'base'>, host: PublishOptions['host']): void {
  if (host === 'nginx' && /\$|%24/.test(base))
    throw new UsageError(
      `--host nginx: the base ${base} has a dollar sign, with which nginx does not start. Take another.`,
    );
}
