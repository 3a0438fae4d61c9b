import { audited } from './audited.ts';
import { runJourneys } from './journeys.ts';
import { runOnOlderPostgres } from './older-postgres.ts';
import { runGates } from './run-gates.ts';
import { allTests } from './tests.ts';
import { closing, count, total } from './verdict.ts';

const begun = performance.now();
const all = total([count(await runGates(allTests)), await runOnOlderPostgres(), await runJourneys(), await audited()]);
console.log(closing(all, (performance.now() - begun) / 1000));
process.exitCode = all.failed > 0 ? 1 : 0;
