import type { Kysely } from 'kysely';
import type { AuditPlan } from '#core/audit/audit.ts';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import { dayInJapan, yearTitle } from '#core/kernel/fiscal-year.ts';
import type { Conclusion } from '#core/sheet/conclusion.ts';
import { beginAudit, listAudits, planAudit, reportAudit, setConcern } from '../../audit/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { saveAnswer } from '../../sheet/index.ts';
import { type Acting, type As, actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import { askAround, correctSome } from './leading-inquiries.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** Where something else than conformity at step 2 was concluded. */
type Found = Readonly<Record<string, readonly [AnswerValue, Conclusion, string]>>;

const lastYear: Found = {
  'H15-1': ['3', 'good-practice', '毎朝、前夜の結果を2人で見て、失敗した日は取り直している'],
  'H20-1': ['2', 'observation', '連絡先の番号が、夜間の委託先だけ古い。次の見直しで直すとよい'],
};
const thisYears: Found = {
  'H01-6': ['1', 'minor', '前回の指摘の改善が一覧になっておらず、終わったかどうかが分からない'],
  'H06-3': ['0', 'major', '先月退職した5人のうち2人のアカウントが、退職の10日あとまで使えた'],
  'H07-1': ['1', 'major', '検査装置の遠隔保守の回線2本が、接続点一覧に載っていない'],
  'H15-1': ['3', 'good-practice', '戻す順を診療科と決め、表にして貼っている'],
  'H15-4': ['1', 'minor', '戻す試験をした記録が1年より前のもの'],
};

/** Of which systems what was found is. */
const systemsOf: Readonly<Record<string, readonly string[]>> = {
  'H06-3': ['電子カルテ', '検査システム'],
  'H07-1': ['検査システム'],
  'H15-1': ['電子カルテ'],
  'H15-4': ['電子カルテ'],
};

const opinions = [
  'バックアップの日々の確認は手本になります。連絡先の見直しの日を決めてください。',
  'バックアップと体制は、昨年度より良くなりました。退職した人のアカウントと、外とつながる回線の一覧を、急いで直してください。どちらも、外から入られたときに診療が止まる原因になります。',
];

type Held = {
  readonly year: number;
  readonly at: Date;
  readonly areas: readonly string[];
  readonly found: Found;
  readonly opinion: string;
  readonly inquire?: (auditId: string) => Promise<void>;
};

/** The clauses in scope, and what they ask in an area that need not be in scope. */
const clauses = ['GOV7-3-11', 'GOV7-3-12'];
const drawn = { area: '01', item: 'H01-6' };

const planOf = ({ year, at, areas }: Pick<Held, 'year' | 'at' | 'areas'>, auditor: Acting): AuditPlan => ({
  kind: 'internal',
  title: `${yearTitle(year)} 内部監査`,
  sheetId: 'hospital',
  areas: [...areas],
  plannedFrom: dayInJapan(at),
  plannedTo: dayInJapan(at),
  systems: ['電子カルテ', '検査システム'],
  clauses: [...clauses],
  team: [{ personId: auditor.id, lead: true, areas: [...new Set([drawn.area, ...areas])] }],
});

/** An audit from its plan to its report. */
async function hold(as: As, catalogue: Catalogue, auditor: Acting, held: Held) {
  const context = as(auditor, held.at);
  const { id } = await planAudit(context, catalogue, planOf(held, auditor));
  const { runId } = await beginAudit(context, catalogue, id);
  const areas = latestSheet(catalogue, 'hospital')?.areas ?? [];
  const asked = areas.flatMap((area) =>
    area.items.filter((item) => held.areas.includes(area.id) || item.id === drawn.item),
  );
  for (const { id: itemId } of asked) {
    const [value, conclusion, note] = held.found[itemId] ?? ['2', 'conformity', ''];
    await saveAnswer(context, catalogue, { runId: runId ?? '', itemId, value, note, conclusion, revision: 0 });
  }
  for (const itemId of Object.keys(held.found)) {
    const systems = systemsOf[itemId];
    if (systems) await setConcern(context, catalogue, { auditId: id, itemId, systems: [...systems] });
  }
  await held.inquire?.(id);
  return reportAudit(context, catalogue, { auditId: id, opinion: held.opinion });
}

/** The audits of the leading hospital: one of last year that is closed, one of this year with findings on their way, and an external one to come. */
export function fillLeadingAudits(
  { db, catalogue }: Parts,
  { id, members }: OpenedFacility,
  span: Span,
): Promise<void> {
  const [auditor, operator] = [holderOf(members, 'auditor'), holderOf(members, 'operator')];
  const [before = 0, year = 0] = [span.years[thisYear - 1], span.years[thisYear]];
  const at = momentIn(year, span.now, 0.6, 0.5);
  return actAs(db, id, auditor, async (as) => {
    if ((await listAudits(as(auditor, at))).audits.length > 0) return;
    const earlier = { year: before, at: momentIn(before, span.now, 0.7, 0.5), areas: ['15', '20'] };
    await hold(as, catalogue, auditor, { ...earlier, found: lastYear, opinion: opinions[0] ?? '' });
    const now = { year, at, areas: ['01', '06', '07', '15'] };
    const { findings } = await hold(as, catalogue, auditor, {
      ...now,
      found: thisYears,
      opinion: opinions[1] ?? '',
      inquire: (auditId) => askAround(as, catalogue, { auditor, operator, auditId, at }),
    });
    await correctSome(as, catalogue, { auditor, operator, findings, year, now: span.now });
    const later = { year, at: new Date(span.now.getTime() + 75 * 24 * 60 * 60 * 1000), areas: ['01', '15', '21'] };
    const external = {
      ...planOf(later, auditor),
      kind: 'external' as const,
      title: '外部監査（地域の病院どうし）',
      team: [],
    };
    await planAudit(as(auditor, span.now), catalogue, external);
  });
}
