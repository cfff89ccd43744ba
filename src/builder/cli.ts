import { runCommand } from './commands/runCommand.ts';
import { serveCrew } from './crew/serveCrew.ts';

/** A fault of this program, apart from the codes that say something of the site. `EX_SOFTWARE` of sysexits.h. */
const FAULT = 70;

// The threads of a publish run this same file.
if (!serveCrew()) {
  try {
    process.exitCode = await runCommand(process.argv.slice(2));
  } catch (cause) {
    console.error(cause);
    process.exitCode = FAULT;
  }
}
