import { createHash } from 'node:crypto';
import { appRole, ensureGeneratedRole } from '../app-role.ts';
import { connectionOf } from '../database-url.ts';
import { checkExternal } from '../external.ts';
import type { RunningCluster } from './embedded-cluster.ts';

/** The server TEST_DATABASE_URL names. Runs side by side share its one application role, hence a password they agree on. */
export async function joinTestCluster(url: string): Promise<RunningCluster> {
  const owner = connectionOf(url, 'TEST_DATABASE_URL');
  await checkExternal(owner);
  const password = createHash('sha256').update(url).digest('base64url');
  const app = { ...owner, user: appRole, password };
  await ensureGeneratedRole(owner, app, password);
  return { administrator: owner, owner, app, stop: async () => undefined };
}
