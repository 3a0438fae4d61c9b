import { type Caller, type LoadCall, openCaller } from './caller.ts';

export type LoadOrder = {
  readonly url: string;
  readonly cookie: string;
  /** Each line is sent in order by one client; the lines run beside each other. */
  readonly lines: readonly (readonly LoadCall[])[];
};

/** Milliseconds of every request, and of the whole. */
export type LoadReport = { readonly each: readonly number[]; readonly total: number };

const timeoutMs = 120_000;

async function timed({ send }: Caller, call: LoadCall): Promise<number> {
  const begun = performance.now();
  const status = await send(call);
  if (status !== 200) throw new Error(`${call.method} ${call.path}: ${status}`);
  return performance.now() - begun;
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const caller = openCaller({ ...order, connections: order.lines.length, timeoutMs });
  const each: number[] = [];
  const begun = performance.now();
  await Promise.all(
    order.lines.map(async (line) => {
      for (const call of line) each.push(await timed(caller, call));
    }),
  );
  const total = performance.now() - begun;
  await caller.close();
  return { each, total };
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
