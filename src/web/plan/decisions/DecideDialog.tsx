import { useMemo, useState } from 'react';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { type DecisionEdit, decisionFaults } from '#core/plan/decision/decision.ts';
import { costWords } from '#core/plan/decision/decision-sheet.ts';
import { outcomeWords } from '#core/plan/decision/outcome.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import type { ShownRequest } from '../decision-calls.ts';
import { StandingDecision, wasDecided } from './StandingDecision.tsx';
import { type Deciding, useDecision } from './use-decision.ts';

type DecideDialogProps = { readonly facilityId: string; readonly deciding: Deciding; readonly onClose: () => void };

/** Asks for the reason and the day, and decides. */
export function DecideDialog({ facilityId, deciding: { request, outcome }, onClose }: DecideDialogProps) {
  const [typed, setTyped] = useState({ reason: '', until: '' });
  const [wrong, setWrong] = useState<FieldFaults>({});
  const { decide, isPending, error } = useDecision(facilityId, request, onClose);
  const faults = useMemo(() => ({ ...fieldFaults(error), ...wrong }), [error, wrong]);
  const send = () => {
    const edit: DecisionEdit = { outcome, reason: typed.reason, until: typed.until || null };
    const found = decisionFaults(request.kind, edit, dayInJapan(new Date()));
    setWrong(Object.fromEntries(found.map(({ field = '', message }) => [field, message])));
    if (found.length === 0 && !isPending) decide(edit);
  };
  const { asks, act } = outcomeWords(request.kind, outcome);
  const isOver = wasDecided(error);
  const actions = (
    <>
      <Button onPress={onClose}>{isOver ? '閉じる' : 'やめる'}</Button>
      {!isOver && (
        <Button look="primary" onPress={send} pending={isPending ? '記録しています' : undefined}>
          {act}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={isOver ? 'ほかの人が先に決めました' : asks} actions={actions}>
      <Matter request={request} />
      <RefusalNote error={error} title="決定を記録できませんでした" fields={['reason', 'until']} />
      {isOver ? (
        <StandingDecision error={error} />
      ) : (
        <Form onSubmit={send} faults={faults}>
          <Fields {...{ request, outcome, typed, faults }} change={(next) => setTyped({ ...typed, ...next })} />
        </Form>
      )}
    </Dialog>
  );
}

function Matter({ request: { title, matter, cost } }: { readonly request: ShownRequest }) {
  return (
    <div className="mb-4 rounded-8 bg-solid-gray-50 p-3">
      <p className="font-700">{title}</p>
      <p className="mt-1 text-help whitespace-pre-line">{matter}</p>
      <p className="mt-1 text-help">
        費用 <span className="font-700 tabular-nums">{costWords(cost)}</span>
      </p>
    </div>
  );
}

type Typed = { readonly reason: string; readonly until: string };
type FieldsProps = Deciding & {
  readonly typed: Typed;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<Typed>) => void;
};

function Fields({ request, outcome, typed, faults, change }: FieldsProps) {
  const ends = outcome === 'approved' && request.kind === 'risk-acceptance';
  return (
    <>
      {(ends || outcome === 'deferred') && (
        <TextField
          label={ends ? '受け入れる最後の日' : 'もう一度話し合う日'}
          name="until"
          type="date"
          required
          help={ends ? 'この日を過ぎると、もう一度決めることになります。' : 'この日に、また「今決めること」に出ます。'}
          value={typed.until}
          onChange={(until) => change({ until })}
          error={faults.until}
        />
      )}
      <TextArea
        label={outcomeWords(request.kind, outcome).reason}
        name="reason"
        required={outcome === 'declined'}
        maxLength={600}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={faults.reason}
      />
      <p className="text-help text-solid-gray-700">番号が付いて記録に残り、あとから変えられません。</p>
    </>
  );
}
