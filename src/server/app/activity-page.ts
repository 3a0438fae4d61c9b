import type { ActivityEntry, ActivityFilter, ActivityPage } from '#core/app/activity-contract.ts';
import { actsOfKind } from '#core/app/acts-of-kind.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { actTitle } from '#core/kernel/act.ts';
import { listActivity } from '../platform/activity/list-activity.ts';
import { namedSubjects } from '../platform/activity/named-subjects.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { aboutWords } from './activity-words.ts';

type Wanted = ActivityFilter & { readonly after?: string | undefined; readonly limit: number };

type Row = Omit<ActivityEntry, 'person' | 'title' | 'about'> & {
  readonly personId: string | null;
  readonly name: string | null;
};

/** A page of so many entries, of rows of which one more was asked for. */
export function pageOf(
  rows: readonly Row[],
  limit: number,
  wordsOf: (row: Row) => Pick<ActivityEntry, 'title' | 'about'>,
): ActivityPage {
  const entries = rows.slice(0, limit).map((row) => {
    const { personId, name, ...entry } = row;
    return { ...entry, ...wordsOf(row), person: personId === null || name === null ? null : { id: personId, name } };
  });
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** One page of the activity log in words. */
export async function activityPage(
  facility: FacilityContext,
  catalogue: Catalogue,
  { kind, ...wanted }: Wanted,
): Promise<ActivityPage> {
  const acts = kind && actsOfKind(kind);
  const rows = await listActivity(facility, { ...wanted, acts, limit: wanted.limit + 1 });
  const named = await namedSubjects(
    facility,
    rows.flatMap(({ subject, detail: { person = null, accessToken = null, agreement = null } }) => [
      subject,
      person,
      accessToken,
      agreement,
    ]),
  );
  return pageOf(rows, wanted.limit, (row) => ({
    title: actTitle(row.act),
    about: aboutWords(catalogue, named, row),
  }));
}
