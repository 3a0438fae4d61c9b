import { randomBytes } from 'node:crypto';
import type { ClientConfig } from 'pg';

/** Connection facts a vitest run hands to its tests: plain values only, they cross process borders. */
export type TestCluster = {
  /** May create and drop databases. */
  readonly administrator: ClientConfig;
  readonly owner: ClientConfig;
  readonly app: ClientConfig;
  /** Migrated and never connected to: copies are made of it. */
  readonly template: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

export const freshName = (kind: string): string => `mamori_${kind}_${randomBytes(8).toString('hex')}`;
