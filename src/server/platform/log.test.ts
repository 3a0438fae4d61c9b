import { expect, test } from 'vitest';
import { openLog } from './log.ts';

const written = (log: (open: ReturnType<typeof openLog>) => void): string => {
  const lines: string[] = [];
  log(openLog('warn', { write: (line) => void lines.push(line) }));
  return lines.join('');
};

test('of an error of the database stands where it arose, not whose values it was about', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "person_secret_email"'), {
    code: '23505',
    table: 'person_secret',
    constraint: 'person_secret_email',
    detail: 'Key (email)=(hanako@example.jp) already exists.',
    where: 'unnamed portal parameter $1 = hanako@example.jp',
  });
  const line = written((log) => log.error({ err: new Error('not saved', { cause: error }) }, 'failed'));
  expect(line).not.toContain('hanako');
  expect(JSON.parse(line)).toMatchObject({ err: { message: 'not saved', cause: { code: '23505' } } });
});

test('whatever is told stays one line: nobody writes a second one into it', () => {
  const line = written((log) => log.warn({ path: '/x\n{"level":60,"msg":"made up"}' }, 'refused'));
  expect(line.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 40, msg: 'refused' });
});

test('times are in UTC and say so', () => {
  expect(JSON.parse(written((log) => log.warn('now'))).time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
