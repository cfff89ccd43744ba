/** The results of `run` for some values, in their order, while up to `ahead` later ones are under way. */
export async function* mapAhead<T, R>(
  values: Iterable<T>,
  ahead: number,
  run: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  for (const value of values) {
    const result = run(value);
    // One that fails while an earlier one is awaited must not end the program; whoever awaits it is told.
    result.catch(() => {});
    waiting.push(result);
    if (waiting.length > ahead) yield (await waiting.shift()) as R; // The list is not empty.
  }
  for (const result of waiting) yield await result;
}
