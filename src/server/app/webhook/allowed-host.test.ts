import { expect, it } from 'vitest';
import { mayReceive, readHost } from './allowed-host.ts';

it.each([
  ['hooks.example.jp', 'hooks.example.jp'],
  ['Hooks.Example.JP:8443', 'hooks.example.jp:8443'],
  ['hooks.example.jp:443', 'hooks.example.jp'],
  ['127.1:9000', '127.0.0.1:9000'],
  ['[::1]:9000', '[::1]:9000'],
  ['https://hooks.example.jp', undefined],
  ['hooks.example.jp/path', undefined],
  ['user@hooks.example.jp', undefined],
  ['*.example.jp', '*.example.jp'],
  ['a b', undefined],
  ['', undefined],
])('a setting names a host as addresses do: %s', (text, host) => {
  expect(readHost(text)).toBe(host);
});

const hosts = ['hooks.example.jp', 'hooks.example.jp:8443', '127.0.0.1:9000', '192.168.1.5'];

it.each([
  'https://hooks.example.jp/in?from=mamori',
  'https://HOOKS.example.jp:443/',
  'https://hooks.example.jp:8443/',
  'https://192.168.1.5/',
  'https://0xc0a80105/',
  'http://127.0.0.1:9000/',
])('a host that is named is sent to: %s', (address) => {
  expect(mayReceive(address, hosts)).toBe(true);
});

it.each([
  'https://hooks.example.jp:9443/',
  'https://other.hooks.example.jp/',
  'https://hooks.example.jp.other.example/',
  'https://hooks.example.jp@192.0.2.1/',
  'https://user:secret@hooks.example.jp/',
  'http://hooks.example.jp/',
  'http://192.168.1.5/',
  'http://127.0.0.1:9001/',
  'http://169.254.169.254/latest/meta-data/',
  'ftp://hooks.example.jp/',
  'file:///etc/passwd',
  'hooks.example.jp',
])('any other, or one in the open, is not: %s', (address) => {
  expect(mayReceive(address, hosts)).toBe(false);
});
