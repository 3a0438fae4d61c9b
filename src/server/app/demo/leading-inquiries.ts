import type { Finding } from '#core/audit/finding.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan, daysAfter } from '#core/kernel/fiscal-year.ts';
import {
  addRemark,
  askFor,
  correctFinding,
  noteInterview,
  planCorrection,
  replyTo,
  verifyFinding,
} from '../../audit/index.ts';
import type { Acting, As } from './act-as.ts';
import { momentIn } from './calendar.ts';

type Between = { readonly auditor: Acting; readonly operator: Acting; readonly at: Date };

/** What the auditors asked for, what they heard from the director, and what they found that no item speaks of. */
export async function askAround(
  as: As,
  catalogue: Catalogue,
  { auditor, operator, auditId, at }: Between & { readonly auditId: string },
): Promise<void> {
  const context = as(auditor, at);
  const today = dayInJapan(at);
  const asked = await askFor(context, catalogue, {
    auditId,
    itemId: 'H15-4',
    system: '電子カルテ',
    wanted: 'この1年に、バックアップから実際に戻した試験の記録',
    ofId: operator.id,
    dueOn: daysAfter(today, 7),
  });
  const reply = '手元にあるのは昨年の記録です。今年の試験は9月に行う予定です。';
  await replyTo(as(operator, at), { requestId: asked.id, revision: asked.revision, reply });
  await noteInterview(context, {
    auditId,
    system: '電子カルテ',
    withWhom: '病院長',
    heldOn: today,
    said: '電子カルテが止まったとき、何時間までなら紙で診療を続けられるかを聞いた。外来は半日、救急は紙の備えがあれば1日とのこと。訓練の結果は次の会議で見る。',
  });
  await addRemark(context, {
    auditId,
    clauseId: null,
    system: '検査システム',
    conclusion: 'observation',
    statement: '保守の契約に、障害のときに何時間で来るかが書かれていない。次の更新で加えるとよい。',
  });
}

type Correcting = Omit<Between, 'at'> & {
  readonly findings: readonly Finding[];
  readonly year: number;
  readonly now: Date;
};

/** Who does what about each finding by when: the first is late by now. */
async function planAll(
  as: As,
  catalogue: Catalogue,
  { operator, findings, year, now }: Correcting,
): Promise<Finding[]> {
  const [late, inTime] = [momentIn(year, now, 0.9, 0.5), new Date(now.getTime() + 60 * 24 * 60 * 60 * 1000)];
  const planned: Finding[] = [];
  for (const [place, finding] of findings.filter(({ state }) => state === 'open').entries()) {
    const plan = {
      findingId: finding.id,
      revision: finding.revision,
      ownerId: operator.id,
      dueOn: dayInJapan(place === 0 ? late : inTime),
      cause: '知らせが人づてで、抜けたことに気づく仕組みがなかった',
      action: '毎月末に総務と情報係で一覧を突き合わせ、結果を記録する',
    };
    planned.push(await planCorrection(as(operator, momentIn(year, now, 0.7, 0.5)), catalogue, plan));
  }
  return planned;
}

/** What the hospital does about the findings: some on their way, one the auditor has seen put right, one that waits for it. */
export async function correctSome(as: As, catalogue: Catalogue, correcting: Correcting): Promise<void> {
  const { auditor, operator, year, now } = correcting;
  const planned = await planAll(as, catalogue, correcting);
  const [at, lately] = [momentIn(year, now, 0.8, 0.5), momentIn(year, now, 0.97, 0.5)];
  const correct = async (itemId: string, on: Date, correction: string) => {
    const found = planned.find(({ place }) => place.kind === 'item' && place.item.id === itemId);
    if (!found) throw new Error(`no finding at ${itemId}`);
    return correctFinding(as(operator, on), catalogue, { findingId: found.id, revision: found.revision, correction });
  };
  const listed = await correct('H01-6', at, '指摘と改善を一覧にし、毎月の委員会で終わったかを確かめています。');
  await verifyFinding(as(auditor, at), catalogue, {
    findingId: listed.id,
    revision: listed.revision,
    step: 'closed',
    verdict: '一覧と、委員会の議事録2回分を見た。終わった日が入っている。',
  });
  await correct('H15-4', lately, '電子カルテを試験用の機器へ戻し、かかった時間と結果を記録しました。');
}
