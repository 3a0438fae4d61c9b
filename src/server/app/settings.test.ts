import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CannotStart } from '../platform/cannot-start.ts';
import { usualRateLimits } from '../platform/http/rate-limits.ts';
import { originOf, readSettings } from './settings.ts';

const read = (env: NodeJS.ProcessEnv, demo = false) => readSettings(env, { root: '/srv/mamori', demo });
const publicUrl = { MAMORI_PUBLIC_URL: 'https://mamori.example.jp/' };
const certificate = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' };

describe('a host others can reach', () => {
  const open = ['0.0.0.0', '::', '192.0.2.1', '2001:db8::1', 'mamori.example.jp', '127.0.0.1.example.jp'];

  it.each(open)('is refused without encryption, with what to do: %s', (HOST) => {
    expect(() => read({ HOST })).toThrow(CannotStart);
    expect(() => read({ HOST })).toThrow(/MAMORI_PUBLIC_URL=https.*\n.*TLS_CERT と TLS_KEY/);
  });

  it.each(open)('is taken with a certificate, or behind a proxy that has one: %s', (HOST) => {
    expect(read({ HOST, ...certificate })).toMatchObject({ host: HOST, tls: { cert: 'cert.pem', key: 'key.pem' } });
    expect(read({ HOST, ...publicUrl })).toMatchObject({ host: HOST, tls: undefined });
  });

  it.each(['localhost', '127.0.0.1', '127.8.8.8', '::1'])('is none on this machine: %s', (HOST) => {
    expect(read({ HOST })).toMatchObject({ host: HOST });
  });

  it('is none where nothing is set', () => expect(read({}).host).toBe('localhost'));
});

describe('the address people open', () => {
  it.each([
    [{}, 'http://localhost:8080'],
    [{ PORT: '9000', HOST: '::1' }, 'http://[::1]:9000'],
    [{ ...certificate, HOST: 'mamori.example.jp', PORT: '443' }, 'https://mamori.example.jp:443'],
    [{ ...publicUrl, HOST: '0.0.0.0' }, 'https://mamori.example.jp'],
  ])('follows from %j', (env, origin) => expect(originOf(read(env))).toBe(origin));

  it('names the port that was found where none was asked for', () => {
    expect(originOf(read({ PORT: '0' }), 4321)).toBe('http://localhost:4321');
  });
});

describe('proxies whose word counts', () => {
  it('are listed by address', () => {
    expect(read({ MAMORI_TRUSTED_PROXIES: '192.0.2.7, 2001:db8::7 ,' }).trustedProxies).toEqual([
      '192.0.2.7',
      '2001:db8::7',
    ]);
    expect(read({}).trustedProxies).toEqual([]);
  });

  it.each(['proxy.example.jp', '192.0.2.0/24', '192.0.2.7 192.0.2.8'])('are refused otherwise: %s', (listed) => {
    expect(() => read({ MAMORI_TRUSTED_PROXIES: listed })).toThrow(/IPアドレスを「,」で区切って/);
  });
});

describe('where receivers may be', () => {
  it('is nowhere unless hosts are named', () => {
    expect(read({}).webhookHosts).toEqual([]);
    expect(read({ MAMORI_WEBHOOK_HOSTS: 'Hooks.example.jp, 192.168.1.5:8443,' }).webhookHosts).toEqual([
      'hooks.example.jp',
      '192.168.1.5:8443',
    ]);
    expect(read({ MAMORI_WEBHOOK_HOSTS: 'hooks.example.jp' }, true).webhookHosts).toEqual([]);
  });

  it.each(['https://hooks.example.jp', 'hooks.example.jp/in', 'a b'])('is refused in another form: %s', (listed) => {
    expect(() => read({ MAMORI_WEBHOOK_HOSTS: listed })).toThrow(/hooks.example.jp:8443/);
  });
});

describe('where weaknesses are reported to', () => {
  it.each(['mailto:security@example.jp', 'https://example.jp/security', 'tel:+81-45-000-0000'])('is a URI: %s', (uri) =>
    expect(read({ MAMORI_SECURITY_CONTACT: uri }).securityContact).toBe(uri),
  );

  it('is nobody where nothing is set', () => expect(read({}).securityContact).toBeUndefined());
});

describe('a setting that cannot be meant so', () => {
  it.each([
    [{ TLS_CERT: 'cert.pem' }, 'TLS_CERT と TLS_KEY は一緒に'],
    [{ TLS_KEY: 'key.pem' }, 'TLS_CERT と TLS_KEY は一緒に'],
    [{ MAMORI_PUBLIC_URL: 'http://mamori.example.jp' }, 'https:// で始めて'],
    [{ PORT: 'many' }, 'PORT は 1〜65535 の数字'],
    [{ PORT: '65536' }, 'PORT'],
    [{ MAMORI_LOG_LEVEL: 'loud' }, 'MAMORI_LOG_LEVEL'],
    [{ MAMORI_SECURITY_CONTACT: 'security@example.jp' }, 'MAMORI_SECURITY_CONTACT は https:// か'],
    [{ MAMORI_SECURITY_CONTACT: 'http://example.jp/security' }, 'MAMORI_SECURITY_CONTACT'],
  ])('is refused by its name: %j', (env, words) => {
    expect(() => read(env)).toThrow(CannotStart);
    expect(() => read(env)).toThrow(words);
  });

  it('is not an empty one: that is as if it were not there', () => {
    expect(read({ HOST: '', TLS_CERT: '', MAMORI_PUBLIC_URL: '' })).toEqual(read({}));
  });
});

describe('how mail is sent', () => {
  const mail = { SMTP_URL: 'smtp://user:s3cret-word@mail.example.jp', MAIL_FROM: 'mamori@example.jp' };

  it('is by both settings or not at all', () => {
    expect(read({}).smtp).toBeUndefined();
    expect(read(mail).smtp).toMatchObject({ host: 'mail.example.jp', from: { address: 'mamori@example.jp' } });
    expect(() => read({ SMTP_URL: mail.SMTP_URL })).toThrow('SMTP_URL と MAIL_FROM は一緒に');
    expect(() => read({ MAIL_FROM: mail.MAIL_FROM })).toThrow('SMTP_URL と MAIL_FROM は一緒に');
  });

  it('is never set up for the fictional region', () => expect(read(mail, true).smtp).toBeUndefined());

  it.each([
    [{ ...mail, SMTP_URL: 'http://user:s3cret-word@mail.example.jp' }, /^SMTP_URL を読めません/],
    [{ ...mail, MAIL_FROM: 'まもり' }, /^MAIL_FROM を読めません/],
    [{ ...mail, ...certificate, HOST: '0.0.0.0' }, /^SMTP_URL を使うときは.*MAMORI_PUBLIC_URL/],
  ])('is refused where it cannot be meant so, without telling the password: %#', (env, words) => {
    expect(() => read(env)).toThrow(CannotStart);
    expect(() => read(env)).toThrow(words);
    expect(() => read(env)).not.toThrow(/s3cret-word/);
  });
});

describe('the fictional region', () => {
  it('has a folder of its own and stays on this machine', () => {
    expect(read({}, true).dataDir).toBe('/srv/mamori/data-demo');
    expect(read({}).dataDir).toBe('/srv/mamori/data');
    for (const env of [publicUrl, { HOST: '0.0.0.0', ...certificate }, { DATABASE_URL: 'postgres://x' }]) {
      expect(() => read(env, true)).toThrow(/--demo/);
    }
  });
});

describe('the limits of calls', () => {
  it('are the usual ones but for those named', () => {
    const { rateLimits } = read({ MAMORI_RATE_LIMITS: 'costly=7/30, door=9/60' });
    expect(rateLimits).toEqual({
      ...usualRateLimits,
      costly: { most: 7, seconds: 30 },
      door: { most: 9, seconds: 60 },
    });
    expect(read({}).rateLimits).toEqual(usualRateLimits);
  });

  it('can be put off for a load one sends to oneself', () => {
    for (const { most } of Object.values(read({ MAMORI_RATE_LIMITS: 'off' }).rateLimits)) {
      expect(most).toBeGreaterThan(100_000_000);
    }
  });

  it.each(['ordinary', 'ordinary=0/60', 'ordinary=5', 'all=5/60', 'ordinary=5/0'])('are refused: %s', (text) => {
    expect(() => read({ MAMORI_RATE_LIMITS: text })).toThrow(/種類=回数\/秒/);
  });
});

it('summaries are read from a standby only where that is asked for', () => {
  const read = (value?: string) =>
    readSettings(value === undefined ? {} : { DATABASE_READ_STANDBY: value }, { root: '/srv' });
  expect([read().readStandby, read('off').readStandby, read('on').readStandby]).toEqual([false, false, true]);
  expect(() => read('yes')).toThrow(/DATABASE_READ_STANDBY は on か off/);
});

describe('numbers for monitoring', () => {
  it('are told nowhere unless a port is named', () => {
    expect(read({}).metricsPort).toBe(undefined);
    expect(read({ MAMORI_METRICS_PORT: '9464' }).metricsPort).toBe(9464);
    expect(() => read({ MAMORI_METRICS_PORT: '0.0.0.0:9464' })).toThrow(/1〜65535/);
  });
});

describe('a secret in a file', () => {
  it('is read from there, without the end of its line; given twice or missing it is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mamori-secret-'));
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://mamori@db.example.jp/mamori\n');
    expect(read({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://mamori@db.example.jp/mamori');
    expect(() => read({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://other' })).toThrow(/どちらか一つだけ/);
    expect(() => read({ SMTP_URL_FILE: join(folder, 'none') })).toThrow(/SMTP_URL_FILE に書かれたファイル/);
    rmSync(folder, { recursive: true });
  });
});
