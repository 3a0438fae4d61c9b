import type pg from 'pg';
import { progressOf } from './progress.ts';
import type { Scale } from './scale.ts';

/** What is answered beside each other is stored beside each other, as it is when many facilities work at once. */
const hospitalsAtOnce = 400;
const smallAtOnce = 3_000;
const answersOf = { hospital: 107, small: 13 };

/** The runs of one year of some facilities: when each was begun and submitted, and by whom. */
const batch = `
  create temp table batch on commit drop as
  select f.facility_id, f.n, f.pattern, f.prefecture, f.type, f.bed_class, r.year, r.sheet_id, r.sheet_version, r.items,
    r.rules_version, r.score, r.level, gen_random_uuid() as run_id,
    case when r.sheet_id = 'executive' then f.executive end as executive_id,
    case when r.sheet_id = 'executive' then f.executive when f.is_hospital then f.operator else f.administrator end as by,
    case when r.sheet_id = 'executive' then f.executive when f.is_hospital then f.manager else f.administrator end as submitter,
    t.begun_at, t.span, t.begun_at + t.span * case r.sheet_id when 'network-level' then 0.21 when 'executive' then 0.22 else 0.23 end as submitted_at
  from bench.facility f join bench.run r on r.pattern = f.pattern and r.year = $2
    cross join lateral (select $4::timestamptz - $3::timestamptz as span, $3::timestamptz + ($4::timestamptz - $3::timestamptz)
      * (0.05 + 0.65 * (('x' || substr(md5(f.n || '-' || $2), 1, 7))::bit(28)::integer / 268435456.0)) as begun_at) t
  where f.is_hospital = $1 and f.place between $5 and $6`;

const given = `batch b join bench.answer a on a.pattern = b.pattern and a.year = b.year and a.sheet_id = b.sheet_id`;
const givenAt = `b.begun_at + b.span * 0.2 * a.part / b.items`;

const fills = [
  `insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, executive_id, status, begun_by, begun_at,
      submitted_by, submitted_at)
    select facility_id, run_id, sheet_id, sheet_version, $1, executive_id, 'submitted', by, begun_at, submitter, submitted_at
    from batch order by n`,
  `insert into answer (facility_id, run_id, item_id, value, note, revision, answered_by, answered_at)
    select b.facility_id, b.run_id, a.item_id, a.value, a.note, 1, b.by, ${givenAt} from ${given} order by a.part, b.n`,
  `insert into answer_history (facility_id, run_id, item_id, revision, value, note, origin, answered_by, answered_at)
    select b.facility_id, b.run_id, a.item_id, 1, a.value, a.note, 'typed', b.by, ${givenAt}
    from ${given} order by a.part, b.n`,
  `insert into activity (facility_id, id, at, person_id, act, subject, detail)
    select facility_id, gen_random_uuid(), at, person_id, act, run_id::text, detail from (
      select facility_id, n, 0 as part, begun_at as at, by as person_id, 'sheet.begun' as act, run_id,
        jsonb_build_object('sheet', sheet_id) as detail from batch
      union all select b.facility_id, b.n, 1 + a.part, ${givenAt}, b.by, 'sheet.answered', b.run_id,
        case when b.executive_id is null then jsonb_build_object('item', a.item_id, 'revision', 1) else '{}' end from ${given}
      union all select facility_id, n, 1000, submitted_at, submitter, 'assessment.submitted', run_id,
        jsonb_build_object('sheet', sheet_id) from batch) acts order by part, n`,
  `insert into result (facility_id, run_id, submitted_at, sheet_id, sheet_version, rules_version, result)
    select b.facility_id, b.run_id, b.submitted_at, b.sheet_id, b.sheet_version, b.rules_version,
      r.stored || jsonb_build_object('facilityClass', jsonb_build_object('type', b.type, 'bedClass', b.bed_class))
    from batch b join bench.run r using (pattern, year, sheet_id) order by b.n`,
  `insert into assessment_summary (facility_id, fiscal_year, sheet_id, sheet_version, run_id, facility_type, bed_class,
      score, level, submitted_at)
    select facility_id, $1, sheet_id, sheet_version, run_id, type, bed_class, score, level, submitted_at
    from batch where executive_id is null order by n`,
  `insert into run_stage_summary (facility_id, fiscal_year, sheet_id, stage, facility_type, bed_class, prefecture, changed_at)
    select facility_id, $1, sheet_id, 'submitted', type, bed_class, prefecture, submitted_at
    from batch where executive_id is null order by n`,
];

type Share = {
  readonly isHospital: boolean;
  readonly year: number;
  readonly fiscalYear: number;
  readonly from: number;
  readonly to: number;
  readonly answers: number;
};

const startOf = (fiscalYear: number) => new Date(`${fiscalYear}-04-01T00:00:00+09:00`);

async function fillShare(client: pg.Client, share: Share): Promise<void> {
  const { isHospital, year, fiscalYear, from, to } = share;
  const end = new Date(Math.min(startOf(fiscalYear + 1).getTime(), Date.now()));
  await client.query('begin');
  await client.query(batch, [isHospital, year, startOf(fiscalYear), end, from, to]);
  await client.query('analyze batch');
  for (const text of fills) await client.query(text, text.includes('$1') ? [fiscalYear] : []);
  await client.query('commit');
  await client.query('select seal_activity(now())');
}

function sharesOf(count: number, atOnce: number, of: Omit<Share, 'from' | 'to' | 'answers'>, each: number): Share[] {
  return Array.from({ length: Math.ceil(count / atOnce) }, (_, nth) => {
    const [from, to] = [nth * atOnce, Math.min(count, (nth + 1) * atOnce) - 1];
    return { ...of, from, to, answers: (to - from + 1) * each };
  });
}

async function countOf(client: pg.Client, isHospital: boolean): Promise<number> {
  const text = 'select count(*)::integer as count from bench.facility where is_hospital = $1';
  return (await client.query<{ count: number }>(text, [isHospital])).rows[0]?.count ?? 0;
}

/** Five fiscal years of the hospitals and the last two of the others: runs, answers, results, counts, log and its seals. */
export async function fillRuns(client: pg.Client, { years, yearsOfSmall }: Scale, say: (line: string) => void) {
  const [hospitals, small] = [await countOf(client, true), await countOf(client, false)];
  const shares = years.flatMap((fiscalYear, year) => {
    const yearOfSmall = year - (years.length - yearsOfSmall);
    const of = { fiscalYear, isHospital: true, year };
    return [
      ...sharesOf(hospitals, hospitalsAtOnce, of, answersOf.hospital),
      ...(yearOfSmall < 0
        ? []
        : sharesOf(small, smallAtOnce, { fiscalYear, isHospital: false, year: yearOfSmall }, answersOf.small)),
    ];
  });
  const tell = progressOf(
    '回答',
    shares.reduce((sum, { answers }) => sum + answers, 0),
    say,
  );
  for (const share of shares) {
    await fillShare(client, share);
    tell(share.answers);
  }
}
