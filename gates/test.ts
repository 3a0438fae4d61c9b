import { runJourneys } from './journeys.ts';
import { runGates } from './run-gates.ts';
import { allTests } from './tests.ts';
import { count } from './verdict.ts';

const checked = count(await runGates(allTests));
const journeys = await runJourneys();
const failed = checked.failed + journeys.failed;
console.log(`${checked.passed + journeys.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
