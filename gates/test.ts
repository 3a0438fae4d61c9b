import { audited } from './audited.ts';
import { runJourneys } from './journeys.ts';
import { takeOlderPostgres } from './older-postgres.ts';
import { runGates } from './run-gates.ts';
import { allTests } from './tests.ts';
import { closing, count, total } from './verdict.ts';

const begun = performance.now();
const older = await takeOlderPostgres();
const verdicts = await runGates(allTests);
const all = total([older, count(verdicts), await runJourneys(), await audited()]);
console.log(closing(all, (performance.now() - begun) / 1000, verdicts));
process.exitCode = all.failed > 0 ? 1 : 0;
