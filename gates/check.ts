import { runGates } from './run-gates.ts';
import { tests } from './tests.ts';
import { count } from './verdict.ts';

const { passed, failed } = count(await runGates(tests));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
