import type { Progress } from '#builder/PublishRun.ts';
import { duration, grouped } from './numbers.ts';

/** What a run is at, and how far it is. */
export type Step = Omit<Progress, 'phase'> & { readonly phase: Progress['phase'] | 'checking' };

const NOUNS: Readonly<Record<Step['phase'], string>> = {
  finding: 'files',
  comparing: 'files',
  reading: 'posts',
  writing: 'posts',
  rendering: 'pages',
  checking: 'files',
};

/** `reading 12,000 of 100,000 posts, 3,400 a second, 26 s left`. In the first of its seconds a phase has no rate yet. */
export function progressText({ phase, done, total }: Step, seconds: number): string {
  const amount = total === undefined ? grouped(done) : `${grouped(done)} of ${grouped(total)}`;
  const text = `${phase} ${amount} ${NOUNS[phase]}`;
  if (seconds < 1 || done === 0) return text;
  const rate = done / seconds;
  const left = total === undefined || done >= total ? '' : `, ${duration(Math.ceil((total - done) / rate))} left`;
  return `${text}, ${grouped(Math.round(rate))} a second${left}`;
}
