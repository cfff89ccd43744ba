/** On a terminal one line that counts; elsewhere nothing until the summary. */
export function progress(noun: string): (done: number, total?: number) => void {
  let shownMs = 0;
  return (done, total) => {
    const isLast = done === total;
    if (!process.stderr.isTTY || (!isLast && performance.now() - shownMs < 100)) return;
    shownMs = performance.now();
    process.stderr.write(`\r${done}${total === undefined ? '' : ` of ${total}`} ${noun}${isLast ? '\n' : ''}`);
  };
}
