import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool } from '../database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { openMetrics } from './open-metrics.ts';

const root = join(import.meta.dirname, '../../../..');
const file = readFileSync(join(root, 'deploy/prometheus/mamori.rules.yaml'), 'utf8');
type Rule = {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { severity: string };
  readonly annotations: { summary: string; action: string };
};
const rules: readonly Rule[] = (load(file) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);

let database: FreshDatabase;
let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.app, () => undefined);
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

const names = /\b(?:mamori|process|nodejs)_[a-z0-9_]+/g;

/** Names in an expression that are no number of ours. */
const unknownIn = (expr: string, told: ReadonlySet<string>) =>
  [...expr.matchAll(names)].map(([name]) => name.replace(/_(bucket|count|sum)$/, '')).filter((name) => !told.has(name));

test('every alert watches a number that is told, and says what to do', async () => {
  const backups = { scheduled: true, lastAt: async () => new Date() };
  const metrics = await openMetrics({ ...pool, streams: () => 0, version: '1', backups, now: () => new Date() });
  const { body } = await metrics.text();
  const told = new Set([...body.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
  expect(rules.length).toBeGreaterThan(8);
  expect(rules.flatMap(({ expr }) => unknownIn(expr, told))).toEqual([]);
  expect(unknownIn('mamori_never_told > 1', told)).toEqual(['mamori_never_told']);
  for (const { alert, annotations } of rules)
    expect({ alert, ...annotations }).toEqual({
      alert,
      summary: expect.stringMatching(/./),
      action: expect.stringMatching(/./),
    });
});

test('somebody is woken where backups are scheduled and none ever succeeded, for which no age is told', () => {
  const never = rules.filter(({ expr }) => /scheduled\S+ == 1 unless \S+mamori_backup_age_seconds/.test(expr));
  expect(never).toMatchObject([{ labels: { severity: 'page' }, for: '36h' }]);
});

test('every alert is explained to whoever it wakes', () => {
  const explained = readFileSync(join(root, 'docs/operations.md'), 'utf8');
  expect(rules.map(({ alert }) => alert).filter((alert) => !explained.includes(`\`${alert}\``))).toEqual([]);
});
