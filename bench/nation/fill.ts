import type { ClientConfig } from 'pg';
import { loadCatalogue } from '../../src/server/catalogue/index.ts';
import { withClient } from '../../src/server/platform/database/with-client.ts';
import { inBulk } from './bulk.ts';
import { fillFacilities } from './fill-facilities.ts';
import { fillRuns } from './fill-runs.ts';
import { storePatterns } from './pattern-tables.ts';
import { patternRuns } from './patterns.ts';
import type { Scale } from './scale.ts';

/** Fills a throw-away database whose register is there, as its owner. The tables of the schema `bench` stay: the measuring reads them. */
export function fill(owner: ClientConfig, scale: Scale, say: (line: string) => void): Promise<void> {
  return withClient(owner, async (client) => {
    await client.query("set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
    say('回答の型を作っています…');
    await storePatterns(client, patternRuns(loadCatalogue(), scale.years, scale.yearsOfSmall));
    const everything = async () => {
      await fillFacilities(client, scale);
      await fillRuns(client, scale, say);
    };
    await inBulk(client, everything, say);
    say('統計を取っています…');
    await client.query('select fold_tallies()');
    await client.query('vacuum analyze');
    await client.query('checkpoint').catch(() => undefined);
  });
}
