import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostileCall, hostileCalls } from './testing/hostile/call.ts';
import { type HostileReply, send } from './testing/hostile/send.ts';
import { type ApiDocument, type ReadyTarget, readyTargets } from './testing/hostile/targets.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const all = 20_000;
const rounds = 4;
const atOnce = 6;
const seed = Math.trunc(Math.random() * 2 ** 31);
const document: ApiDocument = JSON.parse(readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8'));

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

let server: TestServer;
let targets: readonly ReadyTarget[];
beforeAll(async () => {
  server = await startTestServer();
  targets = await readyTargets(server, document);
}, 120_000);
afterAll(() => server.stop());

type Sent = { readonly target: ReadyTarget; readonly call: HostileCall; readonly reply: HostileReply };

/** Answers given before a request is looked at; an endpoint's own refusals have a name with a slash. */
const turnedAway = /"code":"(sign-in-required|second-factor-required|not-allowed|foreign-origin|too-large|too-many)"/;
const reached = ({ call, reply }: Sent) => !turnedAway.test(reply.text) && !(call.route && reply.status === 404);

/** What tells an attacker how we are made. */
const innards =
  /\bat \S+ \(|node_modules|\.ts:\d+|Error: |\bselect .* from\b|syntax error|pg_catalog|relation "|violates/i;
const tellsInnards = ({ reply }: Sent) => reply.status >= 400 && innards.test(reply.text);

function told({ target, call, reply }: Sent): string {
  const body = call.body?.bytes.subarray(0, 200).toString() ?? '';
  return `${target.name}: ${call.method} ${call.path.slice(0, 200)} ${body} → ${reply.status} ${reply.text.slice(0, 300)}`;
}

/** Calls that end the caller's own session do so, as they should; the next one comes as somebody else. */
async function sendTo(target: ReadyTarget, count: number, round: number, agent: Agent): Promise<readonly Sent[]> {
  const calls = fc.sample(hostileCalls(target), { numRuns: count, seed: seed + round });
  const sent: Sent[] = [];
  let person = await target.person();
  for (const call of calls) {
    const reply = await send(server.url, agent, person, call);
    sent.push({ target, call, reply });
    if (reply.text.includes('"code":"sign-in-required"')) person = await target.person();
  }
  return sent;
}

async function sendRound(round: number): Promise<readonly Sent[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const count = Math.ceil(all / rounds / targets.length);
  const waiting = [...targets];
  const sent: Sent[] = [];
  const lane = async () => {
    for (let target = waiting.shift(); target; target = waiting.shift()) {
      sent.push(...(await sendTo(target, count, round, agent)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  agent.destroy();
  return sent;
}

/** Bytes still held when all that can be let go was let go: what waits for an answer or a timer goes with the second try. */
async function heldBytes(): Promise<number> {
  collectGarbage();
  await setTimeout(500);
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Its requests and replies are gone when it returns, so that only what the server keeps is measured after it. */
async function askRound(round: number): Promise<{ readonly sent: number; readonly reached: number }> {
  const sent = await sendRound(round);
  expect(sent.filter(({ reply }) => reply.status >= 500).map(told)).toEqual([]);
  expect(sent.filter(tellsInnards).map(told)).toEqual([]);
  return { sent: sent.length, reached: sent.filter(reached).length };
}

test(`hostile requests never reach our innards (seed ${seed})`, { timeout: 600_000 }, async () => {
  const held: number[] = [];
  const counts = { sent: 0, reached: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const asked = await askRound(round);
    counts.sent += asked.sent;
    counts.reached += asked.reached;
    held.push(await heldBytes());
  }
  expect(server.errors).toEqual([]);
  expect(counts.sent).toBeGreaterThanOrEqual(all);
  expect(counts.reached / counts.sent).toBeGreaterThanOrEqual(0.9);
  expect(held.at(-1), held.join(' ')).toBeLessThan((held[1] ?? 0) * 1.1);
});
