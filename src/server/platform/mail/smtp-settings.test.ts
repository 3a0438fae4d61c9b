import { expect, test } from 'vitest';
import { readSender, readServer } from './smtp-settings.ts';

test.each([
  ['smtp://mail.example.jp', { host: 'mail.example.jp', port: 587, secure: false, requireTls: true, login: undefined }],
  ['smtps://mail.example.jp/', { port: 465, secure: true, requireTls: true }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, requireTls: false }],
  ['smtp://localhost:25', { requireTls: false }],
  ['smtp://[::1]:25', { host: '::1', requireTls: false }],
  ['smtp://a%40b.jp:p%3Aw%2F@mail.example.jp:25', { port: 25, login: { user: 'a@b.jp', password: 'p:w/' } }],
])('%s is a server', (text, server) => expect(readServer(text)).toMatchObject(server));

test.each([
  'mail.example.jp',
  'https://mail.example.jp',
  'smtp://user@mail.example.jp',
  'smtp://mail.example.jp/queue',
  'smtp://mail.example.jp?tls=no',
  'smtp://u%zz:p@mail.example.jp',
  'smtp://',
])('%s is none', (text) => expect(readServer(text)).toBeUndefined());

test.each([
  ['mamori@example.jp', { name: 'まもり', address: 'mamori@example.jp' }],
  ['みなと病院 まもり <mamori@example.jp>', { name: 'みなと病院 まもり', address: 'mamori@example.jp' }],
])('%s is a sender', (text, sender) => expect(readSender(text)).toEqual(sender));

test.each(['mamori', 'a@b@c.jp', 'a <b@c.jp>, d@e.jp', 'a\r\nBcc: x@y.jp <b@c.jp>', '<b@c.jp\r\n>', ''])(
  '%j is none',
  (text) => expect(readSender(text)).toBeUndefined(),
);
