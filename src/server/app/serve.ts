import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerType } from '@hono/node-server';
import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { latestStamp } from '#core/kernel/clock.ts';
import { keepErased, openSecretBox } from '../identity/index.ts';
import { openPlanMaker } from '../plan/index.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import { openDatabase } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import { openReplica } from '../platform/database/replica.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { diskRoom } from '../platform/disk-room.ts';
import { openDocuments } from '../platform/documents/index.ts';
import { proxyCheck } from '../platform/http/caller-address.ts';
import { closeServer } from '../platform/http/close-server.ts';
import { isWithoutConnection } from '../platform/http/contract-errors.ts';
import { listen } from '../platform/http/listen.ts';
import { tlsFloor } from '../platform/http/tls-floor.ts';
import { webClient } from '../platform/http/web-client.ts';
import { openLive } from '../platform/live/index.ts';
import { openLog } from '../platform/log.ts';
import { type Metrics, openMetrics } from '../platform/metrics/open-metrics.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import { type Background, startBackground } from './background.ts';
import { backupParts, shownSchedule } from './backup/backup-parts.ts';
import { lastFinishedAt } from './backup/backup-run-repository.ts';
import { type AppParts, buildApp } from './build-app.ts';
import { demoHead } from './demo/demo-head.ts';
import { mailParts } from './mail-parts.ts';
import { openContent } from './open-content.ts';
import { secondFactorKey } from './second-factor-key.ts';
import { originOf, type Settings } from './settings.ts';
import { askToSweep } from './sweep.ts';

/** Not while the first people sign in. */
const sweepAfterStartMs = 10 * 60 * 1000;

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

async function appOf(
  settings: Settings,
  root: string,
  key: Buffer,
  parts: Pick<
    AppParts,
    'backups' | 'db' | 'replica' | 'documents' | 'plans' | 'live' | 'log' | 'address' | 'content' | 'outbox' | 'metrics'
  >,
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
    hasRoom: settings.databaseUrl === undefined ? diskRoom(settings.dataDir, settings.diskReserve) : undefined,
  });
}

type Stops = (() => Promise<unknown>)[];

/** What requests work with, each closed in its turn. */
async function openParts(app: ClientConfig, { readStandby }: Settings, log: Logger, stops: Stops) {
  const pool = openPool(app, (error) => log.warn({ err: error }, 'database connection lost'));
  stops.push(() => pool.close());
  const replica = readStandby ? openReplica(app, isWithoutConnection) : undefined;
  stops.push(async () => replica?.close());
  const documents = openDocuments();
  stops.push(() => documents.close());
  const plans = openPlanMaker();
  stops.push(() => plans.close());
  const live = await openLive(app, log);
  stops.push(() => live.close());
  return { db: pool.db, pool: pool.pool, replica, documents, plans, live };
}

/** Numbers for monitoring, where a port for them is set. */
async function metricsOf(
  { metricsPort, backups: schedule }: Settings,
  root: string,
  { db, pool, live }: Awaited<ReturnType<typeof openParts>>,
  stops: Stops,
): Promise<Metrics | undefined> {
  if (metricsPort === undefined) return undefined;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const backups = {
    scheduled: schedule !== undefined,
    lastAt: () => asSystem(db, (tx) => lastFinishedAt(tx, latestStamp(new Date()))),
  };
  const metrics = await openMetrics({ db, pool, streams: live.count, version, backups, now: () => new Date() });
  const { stop } = await serveMetrics(metrics, metricsPort);
  stops.push(stop);
  return metrics;
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
    const opened = await openParts(database.app, settings, log, stops);
    await keepErased({ ...opened, dataDir: settings.dataDir, log, now: () => new Date() });
    let port: number | undefined;
    const address = () => originOf(settings, port);
    const key = await secondFactorKey(settings);
    const mail = mailParts(settings, key);
    const backups = await backupParts(settings, database.owner, say);
    const metrics = await metricsOf(settings, root, opened, stops);
    const content = await openContent({ ...opened, log });
    const parts = { ...opened, log, address, content, outbox: mail?.outbox, metrics };
    const app = await appOf(settings, root, key, { ...parts, backups: backups ? shownSchedule(backups) : null });
    const server = await listenOn(app, settings);
    port = portOf(server);
    stops.push(() => closeServer(server));
    stops.push(async () => opened.live.endStreams());
    const alone = settings.databaseUrl === undefined;
    const beside = { owner: database.owner, alone, mail, backups, dataDir: settings.dataDir, origin: address() };
    const background = startBackground({ ...parts, ...beside, catalogue: content.catalogue });
    stops.push(() => background.stop());
    await askToSweep(opened.db, sweepAfterStartMs);
    return { db: opened.db, url: address(), lost: database.lost, sealFromNow: background.sealFromNow, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
