import type { Kysely } from 'kysely';
import { loadCatalogue } from '../../catalogue/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { claimFolder, markFilled } from './demo-folder.ts';
import { fillRegion } from './fill-region.ts';
import { loadDemoForm } from './official-form.ts';
import { addOrganisations } from './organisations.ts';
import { issueSignInLinks, type SignInLink } from './sign-in-links.ts';

type Opening = { readonly db: Kysely<Tables>; readonly now: Date; readonly say: (line: string) => void };

/** Makes sure the fictional region is filled, and issues the ways into it. */
export async function openDemo({ db, now, say }: Opening): Promise<readonly SignInLink[]> {
  if ((await claimFolder(db, now)) === 'to-fill') {
    say('架空の地域に、3年度分の点検を書き込んでいます（20秒ほどかかります）…');
    const parts = { db, catalogue: loadCatalogue(), now };
    await fillRegion(parts, say);
    await addOrganisations(parts);
    await loadDemoForm(parts);
    await markFilled(db, now);
  }
  return issueSignInLinks(db, now);
}
