import type { LoadCall } from './caller.ts';
import { atMost, quantile, type Row } from './row.ts';
import { sendLoad } from './send-load.ts';
import type { Stage } from './stage.ts';

const clients = 4;
const callsEach = 100;

async function p95({ url, caller }: Stage, path: string): Promise<number> {
  const lines = Array.from({ length: clients }, () =>
    Array.from({ length: callsEach }, (): LoadCall => ({ method: 'GET', path })),
  );
  const { each } = await sendLoad({ url, cookie: caller.cookie, lines });
  return quantile(each.slice(clients * 10), 0.95);
}

/** DESIGN §9: the result of a submitted run against one indexed SELECT under the same session and transaction. */
export async function benchResult(stage: Stage): Promise<readonly Row[]> {
  const reference: number[] = [];
  const result: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    reference.push(await p95(stage, `/facilities/${stage.facilityId}/members`));
    result.push(await p95(stage, `${stage.submittedRun}/result`));
  }
  const value = quantile(result, 0.5) / quantile(reference, 0.5);
  const raw = { clients, callsEach, resultP95Ms: result, oneSelectP95Ms: reference };
  return [atMost(3, { name: 'result of a submitted run, p95', value, unit: 'times one indexed SELECT', raw })];
}
