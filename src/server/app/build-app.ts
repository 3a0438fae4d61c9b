import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Backups } from '#core/app/backup-contract.ts';
import { contract } from '#core/app/contract.ts';
import { inputWords } from '#core/kernel/input-words.ts';
import { assessmentRoutes } from '../assessment/index.ts';
import { auditRoutes, openFindings } from '../audit/index.ts';
import { catalogueRoutes, formRoutes, type LivingCatalogue, versionRoutes } from '../catalogue/index.ts';
import { complianceRoutes } from '../compliance/index.ts';
import { evidenceRoutes } from '../evidence/index.ts';
import {
  accessTokenRoutes,
  accountRoutes,
  findActor,
  findTokenActor,
  identityRoutes,
  isKnownBrowser,
  ownRecordRoutes,
  passkeyRoutes,
  type SecretBox,
  ssoRoutes,
} from '../identity/index.ts';
import { organisationRoutes, organisationsRoutes, supportRoutes } from '../organisation/index.ts';
import { type PlanMaker, planRoutes } from '../plan/index.ts';
import type { Replica } from '../platform/database/replica.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { DiskRoom } from '../platform/disk-room.ts';
import type { Documents } from '../platform/documents/index.ts';
import { buildApi } from '../platform/http/api.ts';
import { callerAddress } from '../platform/http/caller-address.ts';
import { isWithoutConnection, isWithoutRoom } from '../platform/http/contract-errors.ts';
import { refuse } from '../platform/http/error-response.ts';
import type { RateLimits } from '../platform/http/rate-limits.ts';
import { refusalLog } from '../platform/http/refusal-log.ts';
import { ownOriginOnly, securityHeaders } from '../platform/http/security-headers.ts';
import { securityText } from '../platform/http/security-text.ts';
import type { Live } from '../platform/live/index.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import type { RequestMetrics } from '../platform/metrics/request-metrics.ts';
import { programmeRoutes } from '../programme/index.ts';
import { regionRoutes } from '../region/index.ts';
import { followCarriedTasks, riskRoutes } from '../risk/index.ts';
import { answersLive, endAssignments, moveStages, sheetRoutes } from '../sheet/index.ts';
import { activityRoutes } from './activity-routes.ts';
import { backupRoutes } from './backup/backup-routes.ts';
import { demoDoor } from './demo/demo-door.ts';
import { healthOf } from './health.ts';
import { leavingRoutes } from './leaving/leaving-routes.ts';
import { liveRoutes } from './live-routes.ts';
import type { WebhookParts } from './webhook/webhook-parts.ts';
import { webhookRoutes } from './webhook/webhook-routes.ts';
import { yearRoutes } from './year/year-routes.ts';

// Faults of input are read by people in Japanese; zod keeps its words in one place for the whole process.
z.config({ localeError: inputWords });

export type AppParts = {
  readonly db: Kysely<Tables>;
  readonly replica?: Replica | undefined;
  readonly content: LivingCatalogue;
  readonly documents: Documents;
  readonly plans: PlanMaker;
  readonly live: Live;
  readonly box: SecretBox;
  readonly log: Logger;
  readonly now: () => Date;
  /** Served over TLS, here or by a proxy in front: secure cookies and HSTS. */
  readonly tls: boolean;
  /** Address under which people reach this installation, known once it listens. */
  readonly address: () => string;
  /** Address under which a proxy in front serves us; one on this machine then tells the caller's address too. */
  readonly publicUrl: string | undefined;
  /** Addresses of proxies on other machines that tell the caller's. */
  readonly trustedProxies: readonly string[];
  /** Where letters are posted; undefined where no mail is set up. */
  readonly outbox: Outbox | undefined;
  /** Where receivers may be, and what their secrets are sealed with. */
  readonly webhooks: WebhookParts;
  /** Of the disk our own database is on. */
  readonly hasRoom?: DiskRoom | undefined;
  /** How backups are scheduled in this process; null where they are not. */
  readonly backups?: Backups['schedule'];
  readonly openapi: string;
  readonly rateLimits?: RateLimits;
  /** Where the operator takes reports of weaknesses. */
  readonly securityContact?: string | undefined;
  readonly webClient?: Hono;
  /** What is measured of requests; undefined where nobody watches. */
  readonly metrics?: RequestMetrics | undefined;
  /** The fictional region: printed links sign in. */
  readonly demo?: boolean;
};

const cookieOf = ({ tls }: AppParts) => ({ name: tls ? '__Host-mamori' : 'mamori', secure: tls });

const addressOf = ({ publicUrl, trustedProxies }: AppParts) =>
  callerAddress({ onThisMachine: publicUrl !== undefined, listed: trustedProxies });

const personRoutes = ({ box, address }: AppParts) => ({
  identity: identityRoutes({
    box,
    address,
    onLeaving: ({ tx, facilityId }, personId) => endAssignments(tx, facilityId, personId),
  }),
  account: accountRoutes({ box, address }),
  ownRecord: ownRecordRoutes(),
  accessToken: accessTokenRoutes(),
  passkey: passkeyRoutes({ address }),
  sso: ssoRoutes({ box, address }),
});

/** How a caller is known. */
const callers = { findActor, findTokenActor, isKnownBrowser };

const limitsOf = ({ rateLimits, metrics }: AppParts) => ({
  ...(rateLimits && { rateLimits }),
  onOverLimit: metrics?.refusedByLimit,
});

const installationRoutes = ({ backups = null, content, documents }: AppParts) => ({
  version: versionRoutes(content),
  form: formRoutes({ content, documents }),
  organisations: organisationsRoutes(),
  backup: backupRoutes(backups),
});

/** What is made of the answers of a run. */
const runRoutes = ({ content: { catalogue }, documents, plans, log }: AppParts) => ({
  sheet: sheetRoutes({ catalogue, documents }),
  assessment: assessmentRoutes({ catalogue, documents }),
  plan: planRoutes({ catalogue, plans, documents, onCarried: followCarriedTasks }),
  risk: riskRoutes({ catalogue, documents, openFindings }),
  compliance: complianceRoutes({ catalogue, documents, log }),
  audit: auditRoutes({ catalogue, documents }),
});

/** What every request works with. */
const platformOf = ({ db, replica, now, log, outbox, hasRoom, live, content }: AppParts) => ({
  db,
  replica,
  now,
  log,
  outbox,
  hasRoom,
  announce: live.announce,
  recover: content.recover,
});

const apiOf = (parts: AppParts) => {
  const { log, live } = parts;
  const { catalogue } = parts.content;
  return buildApi({
    contract,
    router: {
      ...personRoutes(parts),
      organisation: organisationRoutes({
        onImportFailure: (err) => log.error({ err }, 'register import failed'),
        onEdited: moveStages,
      }),
      ...installationRoutes(parts),
      support: supportRoutes(),
      region: regionRoutes(),
      programme: programmeRoutes(),
      catalogue: catalogueRoutes(catalogue),
      evidence: evidenceRoutes(catalogue),
      ...runRoutes(parts),
      activity: activityRoutes(catalogue),
      leaving: leavingRoutes({ catalogue, log }),
      year: yearRoutes({ ...parts, catalogue }),
      webhook: webhookRoutes(parts.webhooks),
      live: liveRoutes({ live, sources: [answersLive(catalogue, ['assessment.submitted', 'assessment.reopened'])] }),
    },
    ...platformOf(parts),
    ...callers,
    ...limitsOf(parts),
    cookie: cookieOf(parts),
    addressOf: addressOf(parts),
  });
};

/** The whole server as one request handler. */
export function buildApp(parts: AppParts): Hono {
  const app = new Hono();
  if (parts.metrics) app.use(parts.metrics.measure);
  app.use(securityHeaders({ tls: parts.tls }));
  app.get('/api/*', compress());
  app.use('/api/*', refusalLog({ log: parts.log, addressOf: addressOf(parts) }));
  app.use('/api/*', ownOriginOnly(parts.publicUrl));
  const health = healthOf(parts);
  app.get('/healthz', async (c) => {
    const told = await health();
    return c.json(told, told.status === 'ok' ? 200 : 503);
  });
  app.get('/.well-known/security.txt', securityText({ ...parts, contact: parts.securityContact }));
  app.get('/api/v1/openapi.json', (c) => c.body(parts.openapi, 200, { 'Content-Type': 'application/json' }));
  app.route('/', apiOf(parts));
  app.all('/api/*', (c) => refuse(c, 'not-found'));
  if (parts.demo) app.route('/demo', demoDoor({ db: parts.db, now: parts.now, cookie: cookieOf(parts) }));
  if (parts.webClient) app.route('/', parts.webClient);
  app.onError((error, c) => {
    if (isWithoutConnection(error)) return refuse(c, 'try-later');
    if (isWithoutRoom(error)) return refuse(c, 'storage-full');
    parts.log.error({ err: error, path: c.req.path }, 'failed');
    return refuse(c, 'internal');
  });
  return app;
}
