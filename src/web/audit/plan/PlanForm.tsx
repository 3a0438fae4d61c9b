import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { AuditPlan } from '#core/audit/audit.ts';
import { auditKindTitles } from '#core/audit/audit-kind.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { audits, type ChoicesView, type ShownAudit } from '../calls.ts';
import { AreaHolders } from './AreaHolders.tsx';
import { ClauseChoice } from './ClauseChoice.tsx';
import { LeadChoice } from './LeadChoice.tsx';
import { NotIndependentNote } from './NotIndependentNote.tsx';
import { auditorsWithin, type PlanDraft, planOf, seatsOf } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';
import { SystemChoice } from './SystemChoice.tsx';

type PlanFormProps = {
  readonly facilityId: string;
  readonly choices: ChoicesView;
  /** Undefined for a new audit. */
  readonly standing: ShownAudit | undefined;
  readonly first: PlanDraft;
};

/** Everything that is settled of an audit before it begins. */
export function PlanForm({ facilityId, choices, first, ...props }: PlanFormProps) {
  const standing = useAtOpening(props.standing);
  const [draft, setDraft] = useState(first);
  const { save, isPending, error } = useSaving(facilityId, standing);
  const faults = useMemo(() => fieldFaults(error), [error]);
  const change = (next: Partial<PlanDraft>) => setDraft({ ...draft, ...next });
  const send = () => void (isPending || save(planOf(draft, choices)));
  const { areas, clauses, systems } = choices;
  const within = { areas, clauses, systems, auditors: auditorsWithin(choices.auditors, draft.clauses) };
  const parts = { choices: within, draft, faults, change, begun: standing?.begunAt != null };
  return (
    <Form onSubmit={send} faults={faults}>
      <RefusalNote
        error={error}
        title="保存できませんでした"
        fields={['title', 'plannedFrom', 'plannedTo', 'systems']}
      />
      <NotIndependentNote error={error} />
      <Card title="いつ、何を">
        <Basics {...parts} />
      </Card>
      <Card
        title={parts.begun ? 'システム' : '条項とシステム'}
        aside={parts.begun ? undefined : '分野も合わせて、どれか一つは選びます'}
      >
        <div className="flex flex-col gap-5">
          {!parts.begun && <ClauseChoice {...parts} choices={choices} />}
          <SystemChoice {...parts} />
        </div>
      </Card>
      {!parts.begun && (
        <Card title="だれが、どの分野を">
          <div className="flex flex-col gap-5">
            <LeadChoice {...parts} />
            <AreaHolders {...parts} />
          </div>
        </Card>
      )}
      <div>
        <Button look="primary" type="submit" pending={isPending ? '保存しています' : undefined}>
          計画を保存する
        </Button>
      </div>
    </Form>
  );
}

function useSaving(facilityId: string, standing: ShownAudit | undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const onSuccess = async ({ id }: ShownAudit) => {
    await client.invalidateQueries({ queryKey: audits.key() });
    notify(standing ? '監査の計画を直しました。' : '監査を計画しました。');
    await navigate({ to: '/facilities/$facilityId/audits/$auditId', params: { facilityId, auditId: id } });
  };
  const plan = useMutation(audits.plan.mutationOptions({ onSuccess }));
  const edit = useMutation(audits.edit.mutationOptions({ onSuccess }));
  const save = (asked: AuditPlan) => {
    const team = standing?.begunAt ? seatsOf(standing) : asked.team;
    if (standing) edit.mutate({ facilityId, ...asked, team, auditId: standing.id, revision: standing.revision });
    else plan.mutate({ facilityId, ...asked });
  };
  return { save, isPending: plan.isPending || edit.isPending, error: plan.error ?? edit.error };
}

const kinds = (['internal', 'external'] as const).map((value) => ({ value, label: auditKindTitles[value] }));

function Basics({ draft, faults, change, begun }: PlanPart) {
  const field = (name: 'title' | 'plannedFrom' | 'plannedTo', label: string) => (
    <TextField
      label={label}
      name={name}
      type={name === 'title' ? 'text' : 'date'}
      required
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      error={faults[name]}
    />
  );
  return (
    <div className="flex flex-col gap-5">
      {!begun && (
        <RadioGroup label="種類" inline options={kinds} value={draft.kind} onChange={(kind) => change({ kind })} />
      )}
      {field('title', '題名')}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {field('plannedFrom', '始める日')}
        {field('plannedTo', '終える日')}
      </div>
    </div>
  );
}
