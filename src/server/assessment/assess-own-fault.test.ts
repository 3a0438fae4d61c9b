import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'mamori-copy-'));
  for (const part of ['bin', 'src', 'content', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'answers.csv'), 'item,value,note\nH01-1,2,\n');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function assess(...more: string[]) {
  const main = join(copy, 'src/server/main.ts');
  const args = ['mamori', 'assess', '--sheet', 'hospital', '--answers', join(copy, 'answers.csv'), ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: copy, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('ends with 0 on right answers, with 2 where a file cannot be written, and with 1 only where the fault is ours', () => {
  expect(assess()).toMatchObject({ status: 0, stderr: '' });
  expect(assess('--pdf', join(copy, 'nowhere', 'report.pdf'))).toMatchObject({ status: 2, stdout: '' });

  writeFileSync(join(copy, 'content/sheet/hospital/1.0.0/sheet.yaml'), 'id: hospital\n');
  const broken = assess('--format', 'json');
  expect(broken).toMatchObject({ status: 1, stdout: '' });
  expect(broken.stderr).toContain('hospital');
});
