import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HostileCall, Target } from './call.ts';
import { unpackedFiles } from './climbed.ts';
import { injected } from './headers.ts';
import { type Kind, kindsOf } from './kinds.ts';

const valid = { method: 'POST', path: '/notes', body: { text: 'a', days: 3 } };
const body = { properties: { text: { maxLength: 5 } } };
const target: Target = { name: 'note.add', template: '/notes', valid, query: [], body };

const call = (changed: Partial<HostileCall>): HostileCall => ({
  method: 'POST',
  path: '/notes',
  headers: {},
  mayMiss: false,
  ...changed,
});
const carrying = (text: string | Buffer, encoding?: string) =>
  call({ body: { bytes: Buffer.from(text), type: 'application/json', ...(encoding && { encoding }) } });

test.each<[string, HostileCall, readonly Kind[]]>([
  ['a valid call', carrying('{"text":"abc","days":5}'), []],
  ['a number for a text', carrying('{"text":1}'), ['another type']],
  ['six signs where five are taken', carrying('{"text":"abcdef"}'), ['a text too long']],
  ['an address of six thousand signs', call({ path: `/notes/${'a'.repeat(6_000)}` }), ['an address too long']],
  ['what says it is packed', carrying('{}', 'br'), ['another encoding']],
  ['half a sign', carrying(Buffer.from([0x22, 0xe3, 0x22])), ['bytes that are no text']],
  ['lists in lists', carrying('['.repeat(500)), ['deep nesting']],
  ['a prototype', carrying('{"__proto__":{"x":1}}'), ['a key of the prototype in a body']],
  ['a prototype in the query', call({ path: '/notes?__proto__[x]=1' }), ['a key of the prototype in a query']],
  ['a climbing path', call({ path: '/notes/..%2f..%2fsession' }), ['a trick in the path']],
  ['a path in a text', carrying('{"text":"../../../../etc/passwd"}'), ['a text too long', 'a path in a text']],
  ['a line break', call({ path: '/notes/%0D%0ASet-Cookie%3A%20mamori%3D1' }), ['a line break for a header']],
  ['a line break in a text', carrying('["\\r\\nSet-Cookie: mamori=1"]'), ['a line break for a header']],
  ['a formula', carrying('["=cmd|\\" /C calc\\"!A0"]'), ['a formula']],
  ['a script', carrying('["<script>alert(1)</script>"]'), ['a script']],
  ['SQL', carrying('["\'; drop table answer; --"]'), ['a statement for the database']],
])('%s is told from what it carries', (_, asked, kinds) => {
  expect(kindsOf(asked, target)).toEqual(kinds);
});

test.each<[string, Readonly<Record<string, string | string[]>>, readonly string[]]>([
  ['our own', { date: 'x', 'set-cookie': [`mamori=${'a'.repeat(43)}; Path=/`, 'mamori=; Max-Age=0; Path=/'] }, []],
  ['a cookie that was sent to us', { 'set-cookie': ['mamori=1', 'other=1; Path=/'] }, ['mamori=1', 'other=1; Path=/']],
  ['a place to go to', { location: 'https://evil.example' }, ['location']],
])('in the head of a reply %s is told', (_, headers, found) => {
  expect(injected({ status: 200, text: '', headers })).toEqual(found);
});

test('a file is found where it was unpacked, and where it climbed to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mamori-climbed-'));
  const name = `climbed-${process.pid}`;
  const from = [join(folder, 'a', 'b')];
  expect(unpackedFiles(name, from)).toEqual([]);
  writeFileSync(join(folder, name), 'x');
  expect(unpackedFiles(name, from)).toEqual([join(folder, name)]);
  rmSync(folder, { recursive: true });
});
