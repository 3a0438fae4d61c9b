import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerLabel } from '#core/catalogue/answer-label.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { auditGuideQuery } from '#web/catalogue/index.ts';
import { EstablishedValues } from '#web/evidence/index.tsx';
import { type BesideProps, useAnswering } from '#web/sheet/index.ts';
import { unbroken } from '#web/ui/unbroken.ts';
import { claimsQuery } from '../calls.ts';

/** Beside an item: of a check sheet how to look at it and what the facility claims, of every other what was established. */
export function AuditBeside(props: Pick<BesideProps, 'item'>) {
  const { run, path, sheet } = useAnswering();
  if (run.purpose === 'audit') return <Instruction {...props} />;
  return <EstablishedValues facilityId={path.facilityId} itemId={props.item.id} scale={sheet.scale} />;
}

function Instruction({ item }: Pick<BesideProps, 'item'>) {
  const { run, path, sheet } = useAnswering();
  const guide = useQuery(auditGuideQuery(run.sheetId, run.sheetVersion)).data;
  const auditId = run.subjectId ?? '';
  const claims = useQuery(claimsQuery({ facilityId: path.facilityId, auditId })).data;
  const instruction = guide?.items.find((one) => one.item === item.id);
  const claimed = claims?.answers.find(({ itemId }) => itemId === item.id);
  const lines: readonly (readonly [string, ReactNode])[] = [
    ...(instruction
      ? [
          ['聞くこと', instruction.ask] as const,
          ['見る所', instruction.look] as const,
          ['選ぶ数', guide?.samples[instruction.sample]] as const,
        ]
      : []),
    [
      '自己点検',
      claims && claimed
        ? `${answerLabel(claimed.value, sheet.scale)}（${yearTitle(claims.fiscalYear)}）${claimed.note && `　${claimed.note}`}`
        : '提出された回答はありません',
    ],
  ];
  return (
    <dl className="grid gap-x-4 gap-y-1 rounded-8 bg-blue-50 px-4 py-3 text-help sm:grid-cols-[5rem_1fr]">
      {lines.map(([title, text]) => (
        <div key={title} className="contents">
          <dt className="font-700 text-blue-1000">{title}</dt>
          <dd className="measure whitespace-pre-line">{unbroken(text)}</dd>
        </div>
      ))}
    </dl>
  );
}
