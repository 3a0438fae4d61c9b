import type { ActivityFilter, ActivityPage } from '#core/app/activity-contract.ts';
import { actsOfKind } from '#core/app/activity-kind.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { actTitle } from '#core/kernel/act.ts';
import { listActivity } from '../platform/activity/list-activity.ts';
import { namedSubjects } from '../platform/activity/named-subjects.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { aboutWords } from './activity-words.ts';

type Wanted = ActivityFilter & { readonly after?: string | undefined; readonly limit: number };

/** One page of the activity log in words. */
export async function activityPage(
  facility: FacilityContext,
  catalogue: Catalogue,
  { kind, ...wanted }: Wanted,
): Promise<ActivityPage> {
  const acts = kind && actsOfKind(kind);
  const rows = await listActivity(facility, { ...wanted, acts, limit: wanted.limit + 1 });
  const shown = rows.slice(0, wanted.limit);
  const named = await namedSubjects(
    facility,
    shown.flatMap(({ subject, detail: { person = null, accessToken = null, agreement = null } }) => [
      subject,
      person,
      accessToken,
      agreement,
    ]),
  );
  const entries = shown.map(({ personId, name, ...row }) => ({
    ...row,
    title: actTitle(row.act),
    about: aboutWords(catalogue, named, row),
    person: personId === null || name === null ? null : { id: personId, name },
  }));
  return { entries, next: rows.length > wanted.limit ? (entries.at(-1)?.id ?? null) : null };
}
