import { MissingAppError } from '#builder/files/shell.ts';
import { WriteError } from '#builder/files/WriteError.ts';
import { SourceError } from '#builder/SourceError.ts';
import { UsageError } from '#builder/UsageError.ts';

/** Says what went wrong, and gives the exit code for it. Faults of the program are thrown on. */
export function explain(cause: unknown, name: string | undefined): number {
  const message = cause instanceof Error ? cause.message : String(cause);
  const help = ['broadsheet', ...(name === undefined ? [] : [name]), '--help'].join(' ');
  if (cause instanceof UsageError) process.stderr.write(`${message}\n${help} shows what there is.\n`);
  else if (isPortError(cause)) process.stderr.write(`${message}. Give another --port.\n`);
  else if ([WriteError, SourceError, MissingAppError].some((kind) => cause instanceof kind))
    process.stderr.write(`${message}\n`);
  else throw cause;
  return cause instanceof WriteError || cause instanceof SourceError ? 3 : 2;
}

function isPortError(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && 'syscall' in cause && cause.syscall === 'listen';
}
