import { runCommand } from './commands/runCommand.ts';
import { serveCrew } from './crew/serveCrew.ts';
import { codeOf } from './files/WriteError.ts';

/** A fault of this program, apart from the codes that say something of the site. `EX_SOFTWARE` of sysexits.h. */
const FAULT = 70;

// The threads of a publish run this same file.
if (!serveCrew()) {
  process.stdout.on('error', (cause) => {
    if (codeOf(cause) !== 'EPIPE') throw cause;
    process.exit(); // Whoever reads, such as `head`, has enough.
  });
  try {
    process.exitCode = await runCommand(process.argv.slice(2));
  } catch (cause) {
    console.error(cause);
    process.exitCode = FAULT;
  }
}
