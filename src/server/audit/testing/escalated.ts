import { lateFrom } from '#core/audit/late-request.ts';
import type { TestServer } from '../../app/testing/test-server.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { escalateFinding } from '../escalate-finding.ts';

const catalogue = loadCatalogue();

type Waiting = Parameters<typeof escalateFinding>[1];

/** The look at a finding that waits for it to be late; `finding` is its path. */
export const dueOfFinding = (server: TestServer, finding: string): Promise<Waiting> =>
  withClient(server.database.owner, async (client) => {
    const { rows } = await client.query<{ payload: Waiting }>(
      `select payload from graphile_worker._private_jobs where key = 'audit.correction-due ' || $1`,
      [
        finding
          .split('/')
          .filter((part) => part.length === 36)
          .join(' '),
      ],
    );
    if (!rows[0]) throw new Error('nothing waits');
    return rows[0].payload;
  });

/** Looks at a finding at the moment its last day is over. */
export const escalated = (server: TestServer, late: Waiting): Promise<void> =>
  escalateFinding({ db: server.db, outbox: undefined, catalogue, now: lateFrom(late.dueOn) }, late);
