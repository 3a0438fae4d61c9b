import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Criteria } from '#core/risk/criteria.ts';
import { movesOf } from '#core/risk/level.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { ImpactFields, LikelihoodFields } from './AxisFields.tsx';
import { risks } from './calls.ts';
import { type CriteriaDraft, criteriaOf, draftOf, saysOther } from './criteria-draft.ts';
import type { CriteriaPartProps } from './criteria-part.ts';

type CriteriaFormProps = {
  readonly facilityId: string;
  readonly criteria: Criteria;
  /** How many risks are estimated by them. */
  readonly estimated: number;
};

/** Changes the criteria, and says before what becomes of the estimates there are. */
export function CriteriaForm({ facilityId, criteria, estimated }: CriteriaFormProps) {
  const [draft, setDraft] = useState(() => draftOf(criteria));
  const [marks, setMarks] = useState(false);
  const [missing, setMissing] = useState<FieldFaults>({});
  const save = useSaving();
  const faults = useMemo(() => ({ ...fieldFaults(save.error), ...missing }), [save.error, missing]);
  const send = () => {
    const read = criteriaOf(draft);
    setMissing('faults' in read ? read.faults : {});
    if (!('criteria' in read) || save.isPending) return;
    save.mutate({ facilityId, revision: criteria.revision, marksEstimates: marks, ...read.criteria });
  };
  const part = { draft, faults, change: (next: Partial<CriteriaDraft>) => setDraft({ ...draft, ...next }) };
  return (
    <Form onSubmit={send} faults={faults}>
      <RefusalNote error={save.error} title="保存できませんでした" fields={Object.keys(faults)} />
      <LikelihoodFields {...part} />
      <ImpactFields {...part} />
      <Boundaries {...part} />
      <Consequence {...{ draft, criteria, estimated, marks }} onMark={setMarks} />
      <div>
        <Button look="primary" type="submit" pending={save.isPending ? '保存しています' : undefined}>
          基準を保存する
        </Button>
      </div>
    </Form>
  );
}

function useSaving() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  return useMutation(
    risks.setCriteria.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('見積もりの基準を保存しました。');
      },
      onError: again,
    }),
  );
}

function Boundaries({ draft, faults, change }: CriteriaPartProps) {
  const top = draft.likelihood.length * draft.impact.length;
  return (
    <Card title="大きさの呼び方" aside={`1〜${top}`}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="「注意」と呼ぶ、いちばん小さい数"
          name="attentionFrom"
          inputMode="numeric"
          value={draft.attentionFrom}
          onChange={(attentionFrom) => change({ attentionFrom })}
          error={faults.attentionFrom}
        />
        <TextField
          label="「急ぐ」と呼ぶ、いちばん小さい数"
          name="urgentFrom"
          inputMode="numeric"
          value={draft.urgentFrom}
          onChange={(urgentFrom) => change({ urgentFrom })}
          error={faults.urgentFrom}
        />
      </div>
      <p className="mt-2 text-help text-solid-gray-700">
        「注意」より小さいものは「様子見」と呼びます。この数を変えても、見積もりは変わりません。
      </p>
    </Card>
  );
}

type ConsequenceProps = Pick<CriteriaFormProps, 'criteria' | 'estimated'> & {
  readonly draft: CriteriaDraft;
  readonly marks: boolean;
  readonly onMark: (marks: boolean) => void;
};

const moveWords = (from: number, to: number) =>
  movesOf(from, to)
    .map((level, index) => `${index + 1}→${level}`)
    .join('、');

/** What becomes of the estimates there are: nothing in silence. */
function Consequence({ draft, criteria, estimated, marks, onMark }: ConsequenceProps) {
  if (estimated === 0) return null;
  const axes = [
    ['起こりやすさ', criteria.likelihood.length, draft.likelihood.length],
    ['影響の大きさ', criteria.impact.length, draft.impact.length],
  ] as const;
  const moved = axes.filter(([, from, to]) => from !== to);
  if (moved.length > 0) {
    return (
      <Callout tone="attention" title={`見積もり済みの${estimated}件が、新しい段に移ります`}>
        {moved.map(([name, from, to]) => (
          <p key={name}>
            {name}：{from}段から{to}段へ（{moveWords(from, to)}）
          </p>
        ))}
        <p>小さいほうへは丸めません。移したリスクには「見直し待ち」の印が付き、見積もり直すと消えます。</p>
      </Callout>
    );
  }
  if (!saysOther(draft, criteria)) return null;
  return (
    <Checkbox checked={marks} onChange={onMark}>
      段の意味が変わった（見積もり済みの{estimated}件に「見直し待ち」の印を付ける）
    </Checkbox>
  );
}
