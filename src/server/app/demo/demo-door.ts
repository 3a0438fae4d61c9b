import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Kysely } from 'kysely';
import { findActor, startSession } from '../../identity/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor } from '../../platform/http/context.ts';
import { sessionOfLink } from './sign-in-links.ts';

type DoorParts = {
  readonly db: Kysely<Tables>;
  readonly now: () => Date;
  readonly cookie: { readonly name: string; readonly secure: boolean };
};

const unusable = 'このリンクは使えません。npm start -- --demo で始めたときに表示された、新しいリンクを開いてください。';

async function homeOf(db: Kysely<Tables>, { personId, systemRoles }: Actor): Promise<string> {
  if (systemRoles.length > 0) return '/admin';
  const { above, own } = await asPerson(db, { personId }, async (tx) => ({
    above: await tx
      .selectFrom('organisation_member')
      .select('organisation_id')
      .where('person_id', '=', personId)
      .executeTakeFirst(),
    own: await tx.selectFrom('member').select('facility_id').where('person_id', '=', personId).executeTakeFirst(),
  }));
  if (above) return `/organisations/${above.organisation_id}`;
  return own ? `/facilities/${own.facility_id}` : '/facilities';
}

/** The way in by a printed link, in the fictional region only: a session of its own, then the person's home. */
export function demoDoor({ db, now, cookie: { name, secure } }: DoorParts): Hono {
  const door = new Hono();
  door.get('/:secret', async (c) => {
    c.header('Cache-Control', 'no-store');
    const actor = await findActor(db, { token: sessionOfLink(c.req.param('secret')), now: now() });
    if (!actor) return c.text(unusable, 404);
    const send = (token: string) => setCookie(c, name, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
    const userAgent = c.req.header('User-Agent') ?? '';
    const browser = { db, now: now(), userAgent, sessionToken: getCookie(c, name), startSession: send };
    await startSession({ ...browser, neverAsked: true }, actor.personId, true);
    return c.redirect(await homeOf(db, actor), 303);
  });
  return door;
}
