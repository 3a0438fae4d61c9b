import { readFile } from 'node:fs/promises';
import { madeRegister, publicListShape } from '../src/server/organisation/testing/made-register.ts';
import { registerAtHand } from '../src/server/organisation/testing/register-at-hand.ts';
import type { LoadCall } from './caller.ts';
import { importSeconds } from './nation/import-register.ts';
import { atMost, quantile, type Row } from './row.ts';
import { sendLoad } from './send-load.ts';
import type { Stage } from './stage.ts';

const rounds = 5;
const callsEach = 40;
const rowsOfFew = 1_000;

/** What people type, and pages of one facility, which must not feel how many others there are. */
const reads = ({ facilityId, submittedRun: run }: Stage, inPrefecture: string): Readonly<Record<string, string>> => ({
  'two characters': `/register/facilities?words=${encodeURIComponent('田中')}`,
  'two characters in the middle of names': `/register/facilities?words=${encodeURIComponent('内科')}`,
  'half-width kana': `/register/facilities?words=${encodeURIComponent('ｸﾘﾆｯｸ')}`,
  'a name nobody has': `/register/facilities?words=${encodeURIComponent('髙龘')}`,
  code: '/register/facilities?words=130',
  'a prefecture': `/register/facilities?words=${encodeURIComponent(inPrefecture)}&prefecture=13`,
  'a city': `/register/facilities?prefecture=14&city=${encodeURIComponent('川崎市川崎区')}`,
  'runs of a facility': `/facilities/${facilityId}/runs`,
  'a run': run,
  result: `${run}/result`,
});

async function medianMs({ url, administrator, caller }: Stage, path: string): Promise<number> {
  const { cookie } = path.startsWith('/register') ? administrator : caller;
  const line = Array.from({ length: callsEach }, (): LoadCall => ({ method: 'GET', path }));
  const { each } = await sendLoad({ url, cookie, lines: [line] });
  return quantile(each, 0.5);
}

type Growth = { readonly times: number; readonly fewMs: number; readonly manyMs: number };

/** The same reads on both servers in turn; the round least disturbed by the machine's other work counts for each. */
async function growths(few: Stage, many: Stage): Promise<Readonly<Record<string, Growth>>> {
  // A handful of answers at either size: what a longer answer takes is no growth.
  const paths = [reads(few, '医院'), reads(many, '田中内科')];
  const measured: Record<string, Growth> = {};
  for (const name of Object.keys(paths[0] ?? {})) {
    const each = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      each.few.push(await medianMs(few, paths[0]?.[name] ?? ''));
      each.many.push(await medianMs(many, paths[1]?.[name] ?? ''));
    }
    const [fewMs, manyMs] = [Math.min(...each.few), Math.min(...each.many)];
    measured[name] = { times: manyMs / fewMs, fewMs, manyMs };
  }
  return measured;
}

/** Issue: the list of the country within 30 s. DESIGN §9: with it, at most 1.5 times the latency of 1,000 facilities. */
export async function benchRegister(few: Stage, many: Stage): Promise<readonly Row[]> {
  const register = await registerAtHand();
  const country = Buffer.from(await readFile(register.path));
  await register.remove();
  const short = madeRegister({ ...publicListShape, rows: rowsOfFew, repeats: 5, privateUse: 2 });
  const fewSeconds = await importSeconds(few, Buffer.from(short));
  const seconds = await importSeconds(many, country);
  const ratio = seconds / publicListShape.rows / (fewSeconds / rowsOfFew);
  const measured = await growths(few, many);
  const worst = Math.max(...Object.values(measured).map(({ times }) => times));
  return [
    atMost(30, {
      name: 'import of the register of the country',
      value: seconds,
      unit: 's',
      raw: { seconds, fewSeconds, ratio },
    }),
    atMost(1.5, {
      name: 'growth of search and facility pages, 97,000 against 1,000 facilities',
      value: worst,
      unit: 'times the median',
      raw: measured,
    }),
  ];
}
