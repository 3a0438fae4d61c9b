import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '../with-client.ts';
import { freshName } from './test-cluster.ts';

export type FreshDatabase = {
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
};

async function administer(statement: string): Promise<void> {
  await withClient(inject('testCluster').administrator, (client) => client.query(statement));
}

async function createFrom(source: string): Promise<FreshDatabase> {
  const { owner, app } = inject('testCluster');
  const database = freshName('test');
  await administer(`create database ${database} template ${source} owner ${pg.escapeIdentifier(owner.user ?? '')}`);
  return {
    owner: { ...owner, database },
    app: { ...app, database },
    drop: () => administer(`drop database if exists ${database} with (force)`),
  };
}

/** A migrated database of its own for one test file. */
export const freshDatabase = (): Promise<FreshDatabase> => createFrom(inject('testCluster').template);

/** The same without any migration. */
export const emptyDatabase = (): Promise<FreshDatabase> => createFrom('template1');
