import { type AliasedExpression, sql } from 'kysely';
import type { DuePlace, DueSource } from './due-source.ts';

/** What is due, as a capability selects it: its day as it stands in the database, and its page below the facility. */
export type DueRow = {
  readonly id: string;
  readonly title: string;
  readonly due_on: string | null;
  readonly owner_id: string | null;
  readonly owner: string | null;
  readonly page: string;
};

type DueRows = Pick<DueSource, 'kind' | 'mayRead' | 'toldTo' | 'overdue'> & {
  /** Everything that is still to be done, with or without a day; what has none is not due. */
  readonly open: (place: DuePlace) => AliasedExpression<DueRow, 'due'>;
  /** What is shown in place of the title of a row. */
  readonly titleOf?: (row: Pick<DueRow, 'id' | 'title'>) => string;
};

/** What has a day, with its owner, member still or not. */
const rowsOf = (open: DueRows['open'], place: DuePlace) =>
  place.tx
    .selectFrom(open(place))
    .leftJoin('member as m', (join) =>
      join.on('m.facility_id', '=', place.facilityId).onRef('m.person_id', '=', 'due.owner_id'),
    )
    .select(['due.id', 'due.title', 'due.owner_id', 'm.person_id as member_id', 'due.owner', 'due.page'])
    .select(sql<string>`to_char(due.due_on, 'YYYY-MM-DD')`.as('dueOn'))
    .where('due.due_on', 'is not', null);

type Dated = Omit<DueRow, 'due_on'> & { readonly dueOn: string; readonly member_id: string | null };

/** A source of what is due whose dues are rows. */
export function dueRows({ open, titleOf = ({ title }) => title, ...source }: DueRows): DueSource {
  const asDue = ({ dueOn, owner_id, member_id, owner, page, ...row }: Dated) => ({
    kind: source.kind,
    id: row.id,
    title: titleOf(row),
    dueOn,
    owner: owner_id === null ? null : { id: owner_id, name: owner ?? '', left: member_id === null },
    page,
  });
  return {
    ...source,
    list: async (place, { from, until, most, ownerId }) => {
      const found = await rowsOf(open, place)
        .where(sql<boolean>`due.due_on <= ${until}::date`)
        .$if(from !== undefined, (all) => all.where(sql<boolean>`due.due_on >= ${from}::date`))
        .$if(ownerId !== undefined, (all) => all.where('m.person_id', '=', ownerId ?? ''))
        .orderBy('due.due_on')
        .orderBy('due.title')
        .orderBy('due.id')
        .limit(most)
        .execute();
      return found.map(asDue);
    },
    find: async (place, id) => {
      const found = await rowsOf(open, place).where('due.id', '=', id).executeTakeFirst();
      return found && asDue(found);
    },
  };
}
