import { Button } from '#web/ui/Button.tsx';
import { DropMenu } from '#web/ui/DropMenu.tsx';
import type { ShownSystem } from '../calls.ts';
import type { Doing } from './doing.ts';
import { EnterButton } from './EnterButton.tsx';
import { PrintForm } from './PrintForm.tsx';

type SystemActionsProps = {
  readonly facilityId: string;
  readonly system: ShownSystem;
  readonly edits: boolean;
  readonly onDo: (doing: Doing) => void;
};

/** What can be done about a system and its form, the most likely first. */
export function SystemActions({ facilityId, system, edits, onDo }: SystemActionsProps) {
  const { id: systemId, system: name, form } = system;
  const open = form?.submittedAt == null;
  const link = form?.link ?? null;
  const asks = edits && open && (link === null || link.expired);
  const asking = link?.expired ? 'もう一度頼む' : '事業者に頼む';
  const entry = (title: string, act: Exclude<Doing['act'], 'add'>) => ({
    title,
    onPress: () => onDo({ act, systemId }),
  });
  const entries = [
    ...(open && !asks ? [entry('リンクを作り直す', 'ask'), entry('リンクを取り消す', 'end-link')] : []),
    entry('システムを直す', 'edit'),
    entry('使い終わったことにする', 'end'),
  ];
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {asks && (
        <Button size="small" label={`${name}の記入を${asking}`} onPress={() => onDo({ act: 'ask', systemId })}>
          {asking}
        </Button>
      )}
      <EnterButton {...{ facilityId, system, edits }} />
      {form && <PrintForm path={{ facilityId, runId: form.runId }} system={system} />}
      {edits && (
        <DropMenu framed end label={`${name}にすること`} entries={entries}>
          ほか
        </DropMenu>
      )}
    </div>
  );
}
