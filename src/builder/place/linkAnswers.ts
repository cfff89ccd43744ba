import { linkNames } from '#builder/post/liquidScopes.ts';
import type { Post } from '#builder/post/readPost.ts';

/** Where posts are looked for by name. */
export type LinkSources = {
  /** Files whose `linkNames` may include the name, in any order. */
  readonly named: (name: string) => Iterable<string>;
  /** The post in a file; null when it is not published. */
  readonly read: (path: string) => Post | null;
};

const LINK = 'link:';

/** Answers posts' questions for the addresses of others: that of the last by path that has the name, or nothing. */
export function linkAnswers(questions: readonly string[], sources: LinkSources): ReadonlyMap<string, string> {
  return new Map(questions.map((question) => [question, answerTo(question.slice(LINK.length), sources)]));
}

/** The questions that are answered by a post. */
export function linkQuestions(path: string): readonly string[] {
  return linkNames(path).map((name) => LINK + name);
}

function answerTo(name: string, { named, read }: LinkSources): string {
  const paths = [...named(name)].filter((path) => linkNames(path).includes(name)).toSorted();
  for (const path of paths.toReversed()) {
    const post = read(path);
    if (post) return post.url;
  }
  return '';
}
