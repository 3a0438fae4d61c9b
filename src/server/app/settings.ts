import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../platform/cannot-start.ts';
import type { RateLimits } from '../platform/http/rate-limits.ts';
import { isLoopback } from '../platform/mail/loopback.ts';
import { readSender, readServer, type SmtpSettings } from '../platform/mail/smtp-settings.ts';
import { rateLimitsSchema } from './rate-settings.ts';
import { secretNames, withSecretFiles } from './secret-files.ts';
import { readHost } from './webhook/allowed-host.ts';

const text = z.string().trim().min(1).optional();
const hostWords =
  'MAMORI_WEBHOOK_HOSTS には、知らせを送ってよい宛先を「hooks.example.jp」か「hooks.example.jp:8443」の形で、「,」で区切って書いてください。';
const environment = z.object({
  PORT: z.coerce.number({ error: 'PORT は 1〜65535 の数字にしてください。' }).int().min(0).max(65_535).default(8080),
  HOST: z.string().trim().min(1).default('localhost'),
  MAMORI_DATA_DIR: text,
  MAMORI_PUBLIC_URL: z
    .url({ protocol: /^https$/, error: 'MAMORI_PUBLIC_URL は https:// で始めてください。' })
    .optional(),
  MAMORI_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((listed) => listed.split(',').flatMap((address) => address.trim() || []))
    .refine(
      (listed) => listed.every((address) => isIP(address) !== 0),
      'MAMORI_TRUSTED_PROXIES には、中継のIPアドレスを「,」で区切って書いてください。',
    ),
  TLS_CERT: text,
  TLS_KEY: text,
  DATABASE_URL: text,
  DATABASE_APP_URL: text,
  DATABASE_READ_STANDBY: z
    .enum(['on', 'off'], { error: 'DATABASE_READ_STANDBY は on か off にしてください。' })
    .default('off'),
  MAMORI_SECOND_FACTOR_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, '32バイトの鍵を base64url の43文字で指定してください。')
    .optional(),
  MAMORI_RATE_LIMITS: rateLimitsSchema,
  MAMORI_DISK_RESERVE: z.coerce
    .number({ error: 'MAMORI_DISK_RESERVE は、空けておく大きさをMBの数字で指定してください。' })
    .int()
    .min(0)
    .default(256),
  MAMORI_METRICS_PORT: z.coerce
    .number({ error: 'MAMORI_METRICS_PORT は 1〜65535 の数字にしてください。' })
    .int()
    .min(0)
    .max(65_535)
    .optional(),
  MAMORI_SECURITY_CONTACT: z
    .url({
      protocol: /^(https|mailto|tel)$/,
      error: 'MAMORI_SECURITY_CONTACT は https:// か mailto: か tel: で始めてください。',
    })
    .optional(),
  MAMORI_WEBHOOK_HOSTS: z
    .string()
    .default('')
    .transform((listed, context) => {
      const hosts = listed.split(',').flatMap((one) => (one.trim() === '' ? [] : [readHost(one.trim())]));
      if (hosts.includes(undefined)) context.addIssue({ code: 'custom', message: hostWords });
      return hosts.filter((host) => host !== undefined);
    }),
  SMTP_URL: text,
  MAIL_FROM: text,
  MAMORI_BACKUP_DIR: text,
  MAMORI_BACKUP_COPY_DIR: text,
  MAMORI_BACKUP_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '03:00 の形（日本の時刻）で指定してください。')
    .default('03:00'),
  MAMORI_BACKUP_PASSPHRASE: z.string().optional(),
  MAMORI_BACKUP_PASSPHRASE_FILE: text,
  MAMORI_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/** Every name of the environment that is a setting. */
export const settingNames: readonly string[] = [
  ...Object.keys(environment.shape),
  ...secretNames.map((name) => `${name}_FILE`),
];

/** `time` is HH:MM in Japan. */
export type BackupSchedule = {
  readonly folder: string;
  readonly copyFolder: string | undefined;
  readonly time: string;
};

export type Settings = {
  /** The fictional region, open to everyone at this machine. */
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string | undefined;
  /** Addresses of the proxies on other machines whose word on the caller's address counts. */
  readonly trustedProxies: readonly string[];
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  /** Summaries are read from a standby among the hosts of the database's URL. */
  readonly readStandby: boolean;
  /** Key of the stored second-factor secrets, in base64url; undefined where the data folder keeps one. */
  readonly secondFactorKey: string | undefined;
  readonly rateLimits: RateLimits;
  /** Bytes of the data folder's disk below which nothing more is saved. */
  readonly diskReserve: number;
  /** Port on this machine alone where numbers for monitoring are told; undefined where they are not. */
  readonly metricsPort: number | undefined;
  /** Where the operator takes reports of weaknesses, as a URI. */
  readonly securityContact: string | undefined;
  /** Hosts, with their port where it is not the usual one, that facilities may have told what happens; empty where nothing is sent. */
  readonly webhookHosts: readonly string[];
  /** How letters leave; undefined where no mail is set up. */
  readonly smtp: SmtpSettings | undefined;
  /** Where backups go by themselves; undefined where nothing is scheduled. */
  readonly backups: BackupSchedule | undefined;
  /** What backups are encrypted with, or the file it stands in; undefined leaves them open. */
  readonly backupPassphrase: string | undefined;
  readonly backupPassphraseFile: string | undefined;
  readonly logLevel: string;
};

/** Address people reach this installation under; `port` where the one listened on differs from the one asked for. */
export function originOf({ host, port: asked, publicUrl, tls }: Settings, port = asked): string {
  if (publicUrl) return publicUrl;
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function refuseOpenHost({ host, publicUrl, tls }: Settings): void {
  if (isLoopback(host) || publicUrl || tls) return;
  throw new CannotStart(
    [
      `HOST=${host} ではほかの機器からつながります。暗号化なしではパスワードが読み取られるため、始めません。`,
      '次のどちらかを指定してください。',
      '  - 前に TLS の中継（Caddy など）を置き、MAMORI_PUBLIC_URL=https://… を指定する',
      '  - 証明書を TLS_CERT と TLS_KEY に指定する',
    ].join('\n'),
  );
}

function refuseDemoOutside({ host, publicUrl, databaseUrl }: Settings): void {
  if (!isLoopback(host) || publicUrl)
    throw new CannotStart('--demo は架空のデータです。この機器の中（localhost）でだけ使えます。');
  if (databaseUrl)
    throw new CannotStart('--demo は DATABASE_URL と一緒には使えません。専用のデータのフォルダを使います。');
}

const mailWords = {
  server: [
    'SMTP_URL を読めません。次のどちらかの形で指定してください（利用者名とパスワードの記号は %40 のように書きます）。',
    '  - smtp://利用者名:パスワード@mail.example.jp:587（STARTTLS で暗号化します）',
    '  - smtps://利用者名:パスワード@mail.example.jp:465',
  ].join('\n'),
  from: 'MAIL_FROM を読めません。「みなと病院 <mamori@example.jp>」か「mamori@example.jp」の形で指定してください。',
  together: 'SMTP_URL と MAIL_FROM は一緒に指定してください。',
  origin:
    'SMTP_URL を使うときは、メールに書くリンクのために、人が開く宛先を MAMORI_PUBLIC_URL=https://… で指定してください。',
} as const;

/** Values are never told: the address of the server holds a password. */
function readSmtp({ SMTP_URL, MAIL_FROM }: z.infer<typeof environment>): SmtpSettings | undefined {
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined)) throw new CannotStart(mailWords.together);
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return undefined;
  const server = readServer(SMTP_URL);
  if (!server) throw new CannotStart(mailWords.server);
  const from = readSender(MAIL_FROM);
  if (!from) throw new CannotStart(mailWords.from);
  return { ...server, from };
}

const isEveryAddress = (host: string) => ['0.0.0.0', '::', '::0'].includes(host);

/** A link below 0.0.0.0 opens for nobody. */
function refuseLinksToNowhere({ smtp, host, publicUrl }: Settings): void {
  if (smtp && !publicUrl && isEveryAddress(host)) throw new CannotStart(mailWords.origin);
}

function readSchedule(given: z.infer<typeof environment>, root: string): BackupSchedule | undefined {
  const { MAMORI_BACKUP_DIR: folder, MAMORI_BACKUP_COPY_DIR: copyFolder, MAMORI_BACKUP_TIME: time } = given;
  if (copyFolder !== undefined && folder === undefined)
    throw new CannotStart('MAMORI_BACKUP_COPY_DIR は MAMORI_BACKUP_DIR と一緒に指定してください。');
  if (folder === undefined) return undefined;
  return { folder: resolve(root, folder), copyFolder: copyFolder && resolve(root, copyFolder), time };
}

function readGiven(env: NodeJS.ProcessEnv): z.infer<typeof environment> {
  const said = Object.entries(withSecretFiles(env)).filter(([, value]) => value !== '');
  const parsed = environment.safeParse(Object.fromEntries(said));
  if (!parsed.success) {
    throw new CannotStart(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  if ((parsed.data.TLS_CERT === undefined) !== (parsed.data.TLS_KEY === undefined)) {
    throw new CannotStart('TLS_CERT と TLS_KEY は一緒に指定してください。');
  }
  return parsed.data;
}

/** Settings from the environment; refuses what would be unsafe, and says what to do. */
export function readSettings(
  env: NodeJS.ProcessEnv,
  { demo = false, root }: { demo?: boolean; root: string },
): Settings {
  const given = readGiven(env);
  const settings: Settings = {
    demo,
    port: given.PORT,
    host: given.HOST,
    dataDir: resolve(root, given.MAMORI_DATA_DIR ?? (demo ? 'data-demo' : 'data')),
    publicUrl: given.MAMORI_PUBLIC_URL?.replace(/\/$/, ''),
    trustedProxies: given.MAMORI_TRUSTED_PROXIES,
    tls: given.TLS_CERT && given.TLS_KEY ? { cert: given.TLS_CERT, key: given.TLS_KEY } : undefined,
    databaseUrl: given.DATABASE_URL,
    databaseAppUrl: given.DATABASE_APP_URL,
    readStandby: given.DATABASE_READ_STANDBY === 'on',
    secondFactorKey: given.MAMORI_SECOND_FACTOR_KEY,
    rateLimits: given.MAMORI_RATE_LIMITS,
    diskReserve: given.MAMORI_DISK_RESERVE * 1024 * 1024,
    metricsPort: given.MAMORI_METRICS_PORT,
    securityContact: given.MAMORI_SECURITY_CONTACT,
    // Its people are made up: no letter to them may leave, and nothing of what they do.
    webhookHosts: demo ? [] : given.MAMORI_WEBHOOK_HOSTS,
    smtp: demo ? undefined : readSmtp(given),
    backups: demo ? undefined : readSchedule(given, root),
    backupPassphrase: given.MAMORI_BACKUP_PASSPHRASE,
    backupPassphraseFile: given.MAMORI_BACKUP_PASSPHRASE_FILE && resolve(root, given.MAMORI_BACKUP_PASSPHRASE_FILE),
    logLevel: given.MAMORI_LOG_LEVEL,
  };
  refuseOpenHost(settings);
  refuseLinksToNowhere(settings);
  if (demo) refuseDemoOutside(settings);
  return settings;
}
