import type { ComposedDay, DayJob } from './composeDay.ts';
import type { Crew } from '#builder/crew/Crew.ts';
import { linkAnswers, type LinkSources } from '#builder/place/linkAnswers.ts';

/** Composes days, and answers what their posts ask of others. What was answered once is remembered. */
export function dayComposer(crew: Crew, sources: LinkSources): (job: DayJob) => Promise<ComposedDay> {
  const answers = new Map<string, string>();
  return async (job) => {
    for (;;) {
      const result = await crew.compose(job, answers);
      if ('composed' in result) return result.composed;
      for (const [question, answer] of linkAnswers(result.questions, sources)) answers.set(question, answer);
    }
  };
}
