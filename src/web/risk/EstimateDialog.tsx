import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { consequenceText } from '#core/risk/consequence.ts';
import type { Criteria } from '#core/risk/criteria.ts';
import { type Estimate, impactOf, levelOf } from '#core/risk/level.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { AcceptedNote } from './AcceptedNote.tsx';
import { risks, type ShownRisk } from './calls.ts';
import { LevelSelect } from './LevelSelect.tsx';
import { levelWords, savedWords } from './risk-words.ts';

type EstimateDialogProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  readonly criteria: Criteria;
  readonly onClose: () => void;
};

type Axes = { readonly likelihood: number | null; readonly impact: number | null };
type Draft = { readonly before: Axes; readonly after: Axes | null; readonly afterNote: string };

const estimateOf = ({ likelihood, impact }: Axes): Estimate | null =>
  likelihood === null || impact === null ? null : { likelihood, impact };

/** Says how likely a risk is and how hard it hits, before its treatments and after them. */
export function EstimateDialog({ facilityId, onClose, ...props }: EstimateDialogProps) {
  const { risk, criteria } = useAtOpening(props);
  const proposed = impactOf(risk, criteria);
  const [draft, setDraft] = useState<Draft>({
    before: risk.estimate ?? { likelihood: null, impact: proposed },
    after: risk.after,
    afterNote: risk.afterNote,
  });
  const [missing, setMissing] = useState<FieldFaults>({});
  const save = useSaving(onClose);
  const faults = useMemo(() => ({ ...fieldFaults(save.error), ...missing }), [save.error, missing]);
  const send = () => {
    const unsaid = missingOf(draft);
    setMissing(unsaid);
    const before = estimateOf(draft.before);
    if (Object.keys(unsaid).length > 0 || save.isPending || !before) return;
    const said = { ...before, after: draft.after && estimateOf(draft.after), afterNote: draft.afterNote };
    save.mutate({ facilityId, riskId: risk.id, revision: risk.revision, criteriaRevision: criteria.revision, ...said });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={save.isPending ? '保存しています' : undefined}>
        見積もりを保存する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="リスクを見積もる" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote
          error={save.error}
          title="保存できませんでした"
          fields={['likelihood', 'impact', 'after', 'afterNote']}
        />
        <AcceptedNote risk={risk} />
        <Fields {...{ risk, criteria, draft, faults, proposed }} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}

function missingOf({ before, after }: Draft): FieldFaults {
  const unsaid = '段を選んでください。';
  return {
    ...(before.likelihood === null && { likelihood: unsaid }),
    ...(before.impact === null && { impact: unsaid }),
    ...(after && after.likelihood === null && { afterLikelihood: unsaid }),
    ...(after && after.impact === null && { afterImpact: unsaid }),
  };
}

function useSaving(onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  return useMutation(
    risks.assessRisk.mutationOptions({
      onSuccess: async ({ state }) => {
        await again();
        notify(savedWords('見積もりを保存しました。', state));
        onClose();
      },
      onError: again,
    }),
  );
}

type FieldsProps = Pick<EstimateDialogProps, 'risk' | 'criteria'> & {
  readonly draft: Draft;
  readonly faults: FieldFaults;
  readonly proposed: number | null;
  readonly change: (next: Partial<Draft>) => void;
};

function Fields({ risk, criteria, draft, faults, proposed, change }: FieldsProps) {
  const { before, after } = draft;
  const said = consequenceText(risk);
  const hint =
    proposed === null
      ? undefined
      : `書いてある影響（${said}）だと、目安は「${criteria.impact[proposed - 1]?.title ?? ''}」です。`;
  return (
    <>
      <Group title="対応の前" level={levelOf(estimateOf(before))} criteria={criteria}>
        <LevelSelect
          label="起こりやすさ"
          levels={criteria.likelihood}
          value={before.likelihood}
          onChange={(likelihood) => change({ before: { ...before, likelihood } })}
          error={faults.likelihood}
        />
        <LevelSelect
          label="影響の大きさ"
          help={hint}
          levels={criteria.impact}
          value={before.impact}
          onChange={(impact) => change({ before: { ...before, impact } })}
          error={faults.impact}
        />
      </Group>
      <Checkbox checked={after !== null} onChange={(says) => change({ after: says ? before : null })}>
        対応の後に残る大きさも見積もる
      </Checkbox>
      {after && <After {...{ criteria, draft, after, faults, change }} />}
    </>
  );
}

type AfterProps = Pick<FieldsProps, 'criteria' | 'draft' | 'faults' | 'change'> & { readonly after: Axes };

function After({ criteria, draft, after, faults, change }: AfterProps) {
  return (
    <Group title="対応の後に残るもの" level={levelOf(estimateOf(after))} criteria={criteria}>
      <LevelSelect
        label="残る起こりやすさ"
        levels={criteria.likelihood}
        value={after.likelihood}
        onChange={(likelihood) => change({ after: { ...after, likelihood } })}
        error={faults.afterLikelihood ?? faults.after}
      />
      <LevelSelect
        label="残る影響の大きさ"
        levels={criteria.impact}
        value={after.impact}
        onChange={(impact) => change({ after: { ...after, impact } })}
        error={faults.afterImpact}
      />
      <TextArea
        label="残る理由"
        name="afterNote"
        rows={2}
        maxLength={1_000}
        help="対応の前より大きくなるときは、必ず書きます。"
        value={draft.afterNote}
        onChange={(afterNote) => change({ afterNote })}
        error={faults.afterNote}
      />
    </Group>
  );
}

type GroupProps = {
  readonly title: string;
  readonly level: number;
  readonly criteria: Criteria;
  readonly children: React.ReactNode;
};

function Group({ title, level, criteria, children }: GroupProps) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 font-700">{title}</legend>
      {children}
      <p role="status" className="rounded-8 bg-solid-gray-50 p-3">
        大きさ：
        <strong className="tabular-nums">{level === 0 ? '両方を選ぶと出ます' : levelWords(level, criteria)}</strong>
      </p>
    </fieldset>
  );
}
