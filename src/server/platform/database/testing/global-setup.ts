import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.ts';
import { withClient } from '../with-client.ts';
import { type RunningCluster, startTestCluster } from './embedded-cluster.ts';
import { joinTestCluster } from './external-cluster.ts';
import { freshName, type TestCluster } from './test-cluster.ts';

async function makeTemplate({ administrator, owner }: RunningCluster): Promise<string> {
  const template = freshName('template');
  const ownerName = pg.escapeIdentifier(owner.user ?? '');
  await withClient(administrator, (client) => client.query(`create database ${template} owner ${ownerName}`));
  await migrate({ owner: { ...owner, database: template }, say: () => undefined });
  await withClient(administrator, (client) => client.query(`alter database ${template} allow_connections false`));
  return template;
}

/** One PostgreSQL for the whole run, with a migrated template that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  const cluster = await (url ? joinTestCluster(url) : startTestCluster(project.config.env.MAMORI_TEST_POSTGRES));
  const { administrator, owner, app, stop } = cluster;
  try {
    const template = await makeTemplate(cluster);
    const facts: TestCluster = { administrator, owner, app, template };
    project.provide('testCluster', facts);
    return async () => {
      await withClient(administrator, (client) => client.query(`drop database ${template}`));
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
