import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerType } from '@hono/node-server';
import type { Logger } from 'pino';
import { loadCatalogue } from '../catalogue/index.ts';
import { openSecretBox } from '../identity/index.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import { openDatabase } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import { keepSecret } from '../platform/database/secret.ts';
import { openDocuments } from '../platform/documents/index.ts';
import { proxyCheck } from '../platform/http/caller-address.ts';
import { listen } from '../platform/http/listen.ts';
import { tlsFloor } from '../platform/http/tls-floor.ts';
import { webClient } from '../platform/http/web-client.ts';
import { openLive } from '../platform/live/index.ts';
import { openLog } from '../platform/log.ts';
import { type Background, startBackground } from './background.ts';
import { backupParts, shownSchedule } from './backup/backup-parts.ts';
import { type AppParts, buildApp } from './build-app.ts';
import { demoHead } from './demo/demo-head.ts';
import { mailParts } from './mail-parts.ts';
import { originOf, type Settings } from './settings.ts';

export type Running = {
  readonly db: ReturnType<typeof openPool>['db'];
  readonly url: string;
  /** Fulfils when the database ended by itself. */
  readonly lost: Promise<void>;
  readonly sealFromNow: Background['sealFromNow'];
  stop(): Promise<void>;
};

async function listenOn(app: ReturnType<typeof buildApp>, settings: Settings): Promise<ServerType> {
  const { port, host, tls, publicUrl, trustedProxies } = settings;
  const certificate = tls && { ...tlsFloor, cert: await readFile(tls.cert), key: await readFile(tls.key) };
  const isProxy = proxyCheck({ onThisMachine: publicUrl !== undefined, listed: trustedProxies });
  return listen({ fetch: app.fetch, port, host, certificate, isProxy }).catch((error: NodeJS.ErrnoException) => {
    const message = `ポート ${port} は、ほかのプログラムが使っています。PORT=8081 のように別の番号を指定してください。`;
    throw error.code === 'EADDRINUSE' ? new CannotStart(message, { cause: error }) : error;
  });
}

function portOf(server: ServerType): number | undefined {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : undefined;
}

const closing = (server: ServerType) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 3000).unref();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });

const secondFactorKey = async ({ secondFactorKey: given, dataDir }: Settings) =>
  Buffer.from(given ?? (await keepSecret(dataDir, 'second-factor')), 'base64url');

async function appOf(
  settings: Settings,
  root: string,
  key: Buffer,
  parts: Pick<AppParts, 'backups' | 'db' | 'documents' | 'live' | 'log' | 'address' | 'catalogue' | 'outbox'>,
): Promise<ReturnType<typeof buildApp>> {
  return buildApp({
    ...parts,
    box: await openSecretBox(parts.db, key),
    now: () => new Date(),
    tls: settings.tls !== undefined || settings.publicUrl !== undefined,
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    rateLimits: settings.rateLimits,
    securityContact: settings.securityContact,
    openapi: await readFile(join(root, 'api/openapi.json'), 'utf8'),
    webClient: await webClient(join(root, 'dist/web'), settings.demo ? demoHead : ''),
    demo: settings.demo,
  });
}

type Stops = (() => Promise<unknown>)[];

/** What requests work with, each closed in its turn. */
async function openParts(app: Parameters<typeof openPool>[0], log: Logger, stops: Stops) {
  const pool = openPool(app, (error) => log.warn({ err: error }, 'database connection lost'));
  stops.push(() => pool.close());
  const documents = openDocuments();
  stops.push(() => documents.close());
  const live = await openLive(app, log);
  stops.push(() => live.close());
  return { db: pool.db, documents, live };
}

/** Brings everything up in order, and gives back the one way to take it all down again. */
export async function serve(settings: Settings, root: string, say: (line: string) => void): Promise<Running> {
  const log = openLog(settings.logLevel);
  const database = await openDatabase({ ...settings, say });
  const stops: Stops = [() => database.stop()];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    await migrate({ owner: database.owner, say });
    const opened = await openParts(database.app, log, stops);
    let port: number | undefined;
    const address = () => originOf(settings, port);
    const key = await secondFactorKey(settings);
    const mail = mailParts(settings, key);
    const backups = await backupParts(settings, database.owner);
    const parts = { ...opened, log, address, catalogue: loadCatalogue(), outbox: mail?.outbox };
    const shown = backups ? shownSchedule(backups) : null;
    const app = await appOf(settings, root, key, { ...parts, backups: shown });
    const server = await listenOn(app, settings);
    port = portOf(server);
    stops.push(() => closing(server));
    stops.push(async () => opened.live.endStreams());
    const alone = settings.databaseUrl === undefined;
    const background = startBackground({ ...parts, owner: database.owner, alone, mail, backups, origin: address() });
    stops.push(() => background.stop());
    return { db: opened.db, url: address(), lost: database.lost, sealFromNow: background.sealFromNow, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
