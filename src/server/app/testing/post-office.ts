import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { loadCatalogue } from '../../catalogue/index.ts';
import { smtpCarrier } from '../../platform/mail/carrier.ts';
import { readServer } from '../../platform/mail/smtp-settings.ts';
import { startBackground } from '../background.ts';
import type { WebhookParts } from '../webhook/webhook-parts.ts';
import { type TestServer, testOutbox, testWebhooks } from './test-server.ts';

export type PostOffice = {
  /** Every line of the log of the jobs. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
};

/** The address letters of test servers point below. */
export const testOrigin = 'https://mamori.example.jp';

/** What works beside a test server's requests: it sends what is posted there to an SMTP server; to none where no address is given. */
export function openPostOffice(
  { db, database, clock }: TestServer,
  url: string | undefined,
  webhooks: WebhookParts = testWebhooks([]),
): PostOffice {
  const logged: string[] = [];
  const server = url === undefined ? undefined : readServer(url);
  const from = { name: 'まもり', address: 'mamori@example.jp' };
  const background = startBackground({
    db,
    owner: database.owner,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    alone: true,
    catalogue: loadCatalogue(),
    mail: server && { outbox: testOutbox, carrier: smtpCarrier({ ...server, from }) },
    webhooks,
    origin: testOrigin,
    dataDir: mkdtempSync(join(tmpdir(), 'mamori-post-')),
    now: () => clock.now,
  });
  return { logged, stop: () => background.stop() };
}
