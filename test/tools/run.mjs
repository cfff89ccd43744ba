// Runs the `main` of a TypeScript file, which Node 20 cannot: `node test/tools/run.mjs <file> [arguments]`.
// `main` gets the arguments and answers with the exit code.
import { runnerImport } from 'vite';

const [file = '', ...rest] = process.argv.slice(2);
const { NODE_ENV } = process.env;
const { module } = await runnerImport(file, { configFile: false, logLevel: 'warn' });
// Vite has said "development" by now, and a build that we start would believe it.
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
process.exitCode = await module.main(rest);
