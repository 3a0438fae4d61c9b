import { keepSecret } from '../platform/database/secret.ts';
import type { Settings } from './settings.ts';

/** The key of the stored second factors: the one given, else the one kept in the data folder. */
export const secondFactorKey = async ({ secondFactorKey: given, dataDir }: Settings): Promise<Buffer> =>
  Buffer.from(given ?? (await keepSecret(dataDir, 'second-factor')), 'base64url');
