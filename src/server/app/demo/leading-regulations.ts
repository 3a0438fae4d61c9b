import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Template } from '#core/catalogue/template.ts';
import type { RegulationEdit } from '#core/compliance/regulation/regulation.ts';
import { dayInJapan, daysOfFiscalYear } from '#core/kernel/fiscal-year.ts';
import { addRegulation, approveDraft, findRegulations, writeDraft } from '../../compliance/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };
type Version = {
  readonly changes: string;
  /** Place of the year it was written in among the three, and how far into it (0–1). */
  readonly year: number;
  readonly share: number;
  /** Whether an executive approved it. */
  readonly approved: boolean;
};
type Document = Pick<RegulationEdit, 'kind' | 'title' | 'clauseIds'> & {
  readonly body: string;
  readonly versions: readonly Version[];
};

const planBody = `サイバー攻撃を想定した診療継続計画

1　目的
医療情報システムが使えないあいだも、救急・入院・透析の診療を続けます。

2　だれが決めるか
院長が計画を始めると決めます。留守のときは副院長、次に看護部長が決めます。

3　止まったらすること
・ネットワークから切り離し、電源は切らずに置きます。
・紙の診療録、処方箋、検査の伝票に切り替えます。用紙は医事課の赤い箱にあります。
・連絡先の一覧（紙）で、事業者、県、厚生労働省に知らせます。

4　戻すとき
安全を確かめたものから、電子カルテ、検査、画像、会計の順に戻します。

5　訓練
年に1回、紙の運用に切り替える訓練を行い、気づいたことをこの計画に書き足します。
`;

function documentsFrom(templateOf: (kind: Template['kind']) => Template): readonly Document[] {
  const [policy, rules] = [templateOf('policy'), templateOf('rules')];
  const first = { changes: '初めて作った。', approved: true };
  return [
    {
      kind: policy.kind,
      title: policy.title,
      clauseIds: policy.clauses,
      body: policy.body,
      versions: [
        { ...first, year: 0, share: 0.3 },
        { year: thisYear, share: 0.1, changes: '「医療機器」と「委託先が置いた機器」を対象に加えた。', approved: true },
      ],
    },
    {
      kind: rules.kind,
      title: rules.title,
      clauseIds: rules.clauses,
      body: rules.body,
      versions: [
        { ...first, year: 1, share: 0.5 },
        { year: thisYear, share: 0.9, changes: 'USBメモリーの貸し出しと返却の手順を加えた。', approved: false },
      ],
    },
    {
      kind: 'plan',
      title: 'サイバー攻撃を想定した診療継続計画',
      clauseIds: ['GOV7-3-13'],
      body: planBody,
      versions: [{ ...first, year: 1, share: 0.8 }],
    },
  ];
}

/** The documents the leading hospital rules itself by: each approved once a year is looked over by the end of the next; one waits for approval. */
export function fillLeadingRegulations({ db, catalogue }: Parts, opened: OpenedFacility, span: Span): Promise<void> {
  const [planner, executive] = [holderOf(opened.members, 'planner'), holderOf(opened.members, 'executive')];
  const templateOf = (kind: Template['kind']) => {
    const found = catalogue.templates.find((one) => one.kind === kind && one.size === 'large-hospital');
    if (!found) throw new Error(`the content has no template of a ${kind}`);
    return found;
  };
  return actAs(db, opened.id, planner, async (as) => {
    if ((await findRegulations(as(planner, span.now))).length > 0) return;
    for (const { versions, body, ...head } of documentsFrom(templateOf)) {
      const at = ({ year, share }: Version) => momentIn(span.years[year] ?? 0, span.now, share, 0.5);
      const added = versions[0] ? at(versions[0]) : span.now;
      let standing = await addRegulation(as(planner, added), catalogue, { ...head, reviewOn: null });
      const regulationId = standing.id;
      for (const version of versions) {
        const now = at(version);
        const draft = { validOn: dayInJapan(now), changes: version.changes, body };
        const written = { regulationId, revision: standing.revision, ...draft };
        standing = await writeDraft(as(planner, now), written);
        if (!version.approved) continue;
        const reviewOn = daysOfFiscalYear((span.years[version.year] ?? 0) + 1).last;
        const approving = { regulationId, revision: standing.revision, reviewOn };
        standing = await approveDraft(as(executive, now), catalogue, approving);
      }
    }
  });
}
