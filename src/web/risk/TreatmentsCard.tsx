import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { taskStatusTitles } from '#core/plan/task.ts';
import { isLateTreatment, kindTitles, optionTitles } from '#core/risk/treatment.ts';
import { OwnerMark } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type ShownTreatment, treatmentChoicesQuery } from './calls.ts';
import type { RiskPartProps } from './risk-part.ts';
import { TreatmentDialog } from './TreatmentDialog.tsx';

/** What is done about a risk. */
export function TreatmentsCard({ facilityId, risk, roles, open }: RiskPartProps) {
  const [editing, setEditing] = useState<ShownTreatment>();
  const edits = may(roles, 'risk.edit') && risk.state !== 'closed';
  const { treatments } = risk;
  return (
    <Card title="対応" aside="回避・低減・移転。残るものは、下の「受容」で経営者に決めてもらいます">
      {treatments.length === 0 ? (
        <p className="measure">
          まだありません。やめる（回避）、減らす（低減）、ほかに引き受けてもらう（移転）から選びます。
        </p>
      ) : (
        <ul>
          {treatments.map((treatment) => (
            <Row
              key={treatment.id}
              {...{ facilityId, treatment }}
              onEdit={edits ? () => setEditing(treatment) : undefined}
            />
          ))}
        </ul>
      )}
      {edits && (
        <div className="mt-4">
          <Button onPress={() => open('treatment')}>対応を加える</Button>
        </div>
      )}
      {editing && (
        <TreatmentDialog {...{ facilityId, risk }} treatment={editing} onClose={() => setEditing(undefined)} />
      )}
    </Card>
  );
}

type RowProps = {
  readonly facilityId: string;
  readonly treatment: ShownTreatment;
  readonly onEdit: (() => void) | undefined;
};

function Row({ facilityId, treatment, onEdit }: RowProps) {
  const { option, what, reason, task } = treatment;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="measure break-words">
          <strong>{optionTitles[option]}</strong>　{what}
        </p>
        <Signs treatment={treatment} />
        {reason !== '' && <p className="measure mt-1 text-help break-words">理由：{reason}</p>}
        <Place {...{ facilityId, treatment }} />
        {task && (
          <p className="mt-1 text-help">
            取り組み：<Link href={`/facilities/${facilityId}/tasks/${task.id}`}>{task.title}</Link>（
            {taskStatusTitles[task.status]}）
          </p>
        )}
      </div>
      {onEdit && (
        <Button size="small" onPress={onEdit} label={`「${what}」の対応を直す`}>
          対応を直す
        </Button>
      )}
    </li>
  );
}

function Signs({ treatment }: { readonly treatment: ShownTreatment }) {
  const { owner, dueOn, doneOn } = treatment;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-2 text-help">
      {doneOn === null ? <Tag tone="now">進めている</Tag> : <Tag tone="done">{japaneseDay(doneOn)}に終わった</Tag>}
      {isLateTreatment(treatment, dayInJapan(new Date())) && <Tag tone="attention">期限を過ぎています</Tag>}
      <OwnerMark owner={owner} isOpen={doneOn === null} />
      {doneOn === null && dueOn !== null && <span className="tabular-nums">{japaneseDay(dueOn)}まで</span>}
    </p>
  );
}

/** The line of table 4-1 a treatment belongs to, and the measure it is. */
function Place({ facilityId, treatment: { kind, lineId, measureId, what } }: Omit<RowProps, 'onEdit'>) {
  const { data } = useQuery(treatmentChoicesQuery(facilityId));
  const line = data?.lines.find(({ id }) => id === lineId)?.title;
  const measure = data?.measures.find((one) => one.measureId === measureId && one.text !== what)?.text;
  const words = [...(line ? [line] : []), ...(kind ? [kindTitles[kind]] : [])].join('・');
  return (
    <p className="measure mt-1 text-help text-solid-gray-700 empty:hidden">
      {words}
      {measure && `${words ? '　' : ''}対策：${measure}`}
    </p>
  );
}
