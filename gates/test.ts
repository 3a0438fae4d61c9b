import { runJourneys } from './journeys.ts';
import { runOnOlderPostgres } from './older-postgres.ts';
import { runGates } from './run-gates.ts';
import { allTests } from './tests.ts';
import { count } from './verdict.ts';

const checked = count(await runGates(allTests));
const older = await runOnOlderPostgres();
const journeys = await runJourneys();
const failed = checked.failed + older.failed + journeys.failed;
console.log(`${checked.passed + older.passed + journeys.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
