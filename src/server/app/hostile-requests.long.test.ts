import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { polluting } from './testing/hostile/body.ts';
import { hostileCalls, strangelyAsked } from './testing/hostile/call.ts';
import { unpackedFiles } from './testing/hostile/climbed.ts';
import { injected } from './testing/hostile/headers.ts';
import { type Kind, kinds, kindsOf } from './testing/hostile/kinds.ts';
import { growth, type Held, heldMemory } from './testing/hostile/memory.ts';
import { type Answered, asksWho, codeOf, reached, understood } from './testing/hostile/reach.ts';
import { send } from './testing/hostile/send.ts';
import { type ApiDocument, type ReadyTarget, readyTargets } from './testing/hostile/targets.ts';
import { climbed } from './testing/hostile/upload.ts';
import { chosenSeed } from './testing/lasting/seeded.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const all = 20_000;
const rounds = 6;
const atOnce = 6;
const seed = chosenSeed();
const document: ApiDocument = JSON.parse(readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8'));

/** What a third of the requests may leave behind: a few kB each would be more. */
const mostGrown: Held = { values: 16_000_000, resident: 64_000_000 };

let server: TestServer;
let targets: readonly ReadyTarget[];
beforeAll(async () => {
  server = await startTestServer();
  targets = await readyTargets(server, document);
}, 600_000);
afterAll(() => server.stop());

type Sent = Answered & { readonly target: ReadyTarget };

/** What tells an attacker how we are made. */
const innards =
  /\bat \S+ \(|node_modules|\.ts:\d+|Error: |\bselect .* from\b|syntax error|pg_catalog|relation "|violates/i;
const tellsInnards = ({ reply }: Sent) => reply.status >= 400 && innards.test(reply.text);

function told({ target, call, reply }: Sent): string {
  const body = call.body?.bytes.subarray(0, 200).toString() ?? '';
  return `${target.name}: ${call.method} ${call.path.slice(0, 200)} ${body} → ${reply.status} ${reply.text.slice(0, 300)}`;
}

/** What is wrong with an answer, to be read by whoever mends it. */
function faultsOf(one: Sent): readonly string[] {
  const wrong = one.reply.status >= 500 || tellsInnards(one) ? [told(one)] : [];
  return [...wrong, ...injected(one.reply).map((header) => `${header} in ${told(one)}`)];
}

type Judged = {
  readonly name: string;
  readonly faults: readonly string[];
  readonly reached: boolean;
  readonly understood: boolean;
  readonly kinds: readonly Kind[];
};

/** Of a request and its answer only this is kept: all of a round together would be most of what the process holds. */
const judged = (one: Sent): Judged => ({
  name: one.target.name,
  faults: faultsOf(one),
  reached: reached(one),
  understood: understood(one),
  kinds: kindsOf(one.call, one.target),
});

/** A valid call with one name too many: only who is let in hears of it, so that no answer before was that of a closed door. */
async function expectLetIn(target: ReadyTarget, agent: Agent): Promise<void> {
  const { method, path } = target.valid;
  const call = { method, path: `${path}${path.includes('?') ? '&' : '?'}stray=1`, headers: {}, mayMiss: false };
  const reply = await send(server.url, agent, (await target.again()).person, call);
  expect(codeOf(reply), told({ target, call, reply })).toBe('input-not-valid');
}

/** Another one for each: with the same, all would be spoilt in the same ways. */
const seedOf = (target: ReadyTarget, round: number) => seed + round * targets.length + targets.indexOf(target);

async function sendTo(target: ReadyTarget, count: number, round: number, agent: Agent): Promise<readonly Judged[]> {
  const own = await target.again();
  const first = round === 0 ? [strangelyAsked(own)] : [];
  const calls = [...first, ...fc.sample(hostileCalls(own), { numRuns: count, seed: seedOf(target, round) })];
  const sent: Judged[] = [];
  let { person } = own;
  for (const call of calls) {
    const reply = await send(server.url, agent, person, call);
    sent.push(judged({ target, call, reply }));
    if (asksWho(reply)) person = (await target.again()).person;
  }
  await expectLetIn(target, agent);
  return sent;
}

async function sendRound(round: number): Promise<readonly Judged[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const count = Math.ceil(all / rounds / targets.length);
  const waiting = [...targets];
  const sent: Judged[] = [];
  const lane = async () => {
    for (let target = waiting.shift(); target; target = waiting.shift()) {
      sent.push(...(await sendTo(target, count, round, agent)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  agent.destroy();
  return sent;
}

async function askRound(round: number) {
  const sent = await sendRound(round);
  expect(sent.flatMap(({ faults }) => faults)).toEqual([]);
  return {
    sent: sent.length,
    reached: sent.filter((one) => one.reached).length,
    understood: sent.filter((one) => one.understood).map(({ name }) => name),
    kinds: new Set(sent.flatMap(({ kinds: sentKinds }) => sentKinds)),
  };
}

test(`hostile requests never reach our innards (MAMORI_SEED=${seed})`, { timeout: 600_000 }, async () => {
  const held: Held[] = [];
  const counts = { sent: 0, reached: 0 };
  const never = new Set(targets.map(({ name }) => name));
  const unsent = new Set<Kind>(kinds);
  for (let round = 0; round < rounds; round += 1) {
    const asked = await askRound(round);
    counts.sent += asked.sent;
    counts.reached += asked.reached;
    for (const name of asked.understood) never.delete(name);
    for (const kind of asked.kinds) unsent.delete(kind);
    held.push(await heldMemory());
  }
  expect(server.errors).toEqual([]);
  expect(counts.sent).toBeGreaterThanOrEqual(all);
  expect(counts.reached / counts.sent).toBeGreaterThanOrEqual(0.9);
  expect([...never]).toEqual([]);
  expect([...unsent], 'kinds that were not sent').toEqual([]);
  expect(Object.keys(polluting).filter((key) => key in {})).toEqual([]);
  expect(unpackedFiles(climbed)).toEqual([]);
  for (const kind of ['values', 'resident'] as const) {
    const measured = held.map((each) => each[kind]);
    expect(growth(measured), `${kind}: ${measured.join(' ')}`).toBeLessThan(mostGrown[kind]);
  }
});
