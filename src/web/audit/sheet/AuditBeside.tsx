import { useQuery } from '@tanstack/react-query';
import { answerLabel } from '#core/catalogue/answer-label.ts';
import type { AuditGuide } from '#core/catalogue/audit-guide.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { EstablishedValues } from '#web/evidence/index.tsx';
import { type BesideProps, useAnswering } from '#web/sheet/index.ts';
import { unbroken } from '#web/ui/unbroken.ts';
import { claimsQuery } from '../calls.ts';
import { ConcernedSystems } from './ConcernedSystems.tsx';
import { useAuditGuide } from './use-audit-guide.ts';

/** Beside an item: of a check sheet how to look at it and what the facility claims, of every other what was established. */
export function AuditBeside(props: Pick<BesideProps, 'item'>) {
  const { run, path, sheet } = useAnswering();
  if (run.purpose === 'audit') return <Instruction {...props} />;
  return <EstablishedValues facilityId={path.facilityId} itemId={props.item.id} scale={sheet.scale} />;
}

type Line = readonly [title: string, text: string];

const guideLines = ({ ask, look, sample }: AuditGuide['items'][number], { samples }: AuditGuide): readonly Line[] => [
  ['聞くこと', ask],
  ['見る所', look],
  ['選ぶ数', samples[sample]],
];

/** Where nobody has written how to look at the items of a sheet: what they say themselves. */
const withoutGuide = ({ help, evidence }: BesideProps['item']): readonly Line[] => [
  ['聞くこと', `この点検票には、監査の手引きがありません。設問の説明から聞きます：${help.meaning}`],
  ['見る所', evidence.join('、')],
];

function Instruction({ item }: Pick<BesideProps, 'item'>) {
  const { run, path, sheet } = useAnswering();
  const guide = useAuditGuide(run);
  const auditId = run.subjectId ?? '';
  const claims = useQuery(claimsQuery({ facilityId: path.facilityId, auditId })).data;
  const instruction = guide?.items.find((one) => one.item === item.id);
  const claimed = claims?.answers.find(({ itemId }) => itemId === item.id);
  const lines: readonly Line[] = [
    ...(instruction && guide ? guideLines(instruction, guide) : []),
    ...(guide === null ? withoutGuide(item) : []),
    [
      '自己点検',
      claims && claimed
        ? `${answerLabel(claimed.value, sheet.scale)}（${yearTitle(claims.fiscalYear)}）${claimed.note && `　${claimed.note}`}`
        : '提出された回答はありません',
    ],
  ];
  return (
    <div className="flex flex-col gap-3 rounded-8 bg-blue-50 px-4 py-3">
      <dl className="grid gap-x-4 gap-y-1 text-help sm:grid-cols-[5rem_1fr]">
        {lines.map(([title, text]) => (
          <div key={title} className="contents">
            <dt className="font-700 text-blue-1000">{title}</dt>
            <dd className="measure whitespace-pre-line">{unbroken(text)}</dd>
          </div>
        ))}
      </dl>
      <ConcernedSystems
        path={{ facilityId: path.facilityId, auditId }}
        itemId={item.id}
        settled={run.status === 'submitted'}
      />
    </div>
  );
}
