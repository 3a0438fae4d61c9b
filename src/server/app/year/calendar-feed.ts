import ical, { ICalCalendarMethod } from 'ical-generator';
import { calendarOf } from '#core/app/year/calendar.ts';
import type { Year } from '#core/app/year/year-contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Role } from '#core/identity/role.ts';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import { hashToken } from '../../identity/index.ts';
import { asPerson, inFacility } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { facilityName } from '../../platform/mail/facility-name.ts';
import { whoseCalendar } from './calendar-repository.ts';
import { readYear } from './read-year.ts';

type Parts = { readonly catalogue: Catalogue; readonly address: () => string };

/** What is the facility's, and what is the person's own, which may not be among the first of very many. */
const calendarDues = ({ dues, own }: Year): readonly Due[] => {
  const listed = new Set(dues.map(({ kind, id }) => `${kind} ${id}`));
  return [...dues, ...own.filter(({ kind, id }) => !listed.has(`${kind} ${id}`))];
};

/** Programs ask again every few hours by themselves. */
const everyS = 6 * 60 * 60;

/**
 * The days of one person at one facility as a calendar. The secret says whose and where; whether that person still belongs there,
 * and what that person may read, is decided anew each time.
 */
export async function calendarFeed(
  { db, now, outbox }: RequestContext,
  { catalogue, address }: Parts,
  secret: string,
): Promise<File> {
  const whose = await asPerson(db, {}, (tx) => whoseCalendar(tx, hashToken(secret)));
  const found =
    whose &&
    (await inFacility(db, { ...whose, now }, async (tx, held) => {
      const roles = held as readonly Role[];
      if (!may(roles, 'task.read')) return undefined;
      const year = await readYear({ tx, ...whose, personName: '', roles, now, outbox }, catalogue);
      return {
        name: await facilityName(tx, whose.facilityId),
        entries: calendarOf(whose.facilityId, { ...year, dues: calendarDues(year) }),
      };
    }));
  if (!found) throw notFound();
  const calendar = ical({ name: `${found.name}（まもり）`, method: ICalCalendarMethod.PUBLISH, ttl: everyS });
  calendar.prodId({ company: 'まもり', product: 'mamori', language: 'JA' });
  for (const { id, day, title, path } of found.entries) {
    const start = new Date(`${day}T00:00:00Z`);
    calendar.createEvent({ id, start, allDay: true, stamp: now, summary: title, url: `${address()}${path}` });
  }
  return new File([calendar.toString()], 'mamori.ics', { type: 'text/calendar; charset=utf-8' });
}
