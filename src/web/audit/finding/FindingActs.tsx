import { useState } from 'react';
import { verifierFault } from '#core/audit/finding.ts';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import type { OneFinding } from './finding-part.ts';
import { SayDialog, type Saying } from './SayDialog.tsx';

const barWords = {
  'audit/own-word': '「直した」と伝えた人は確かめられません。監査する別の人が確かめます。',
  'audit/own-correction': '直す担当の人は確かめられません。監査する別の人が確かめます。',
} as const;

/** What this person can do about a finding now. */
export function FindingActs({ facilityId, audit, finding }: OneFinding) {
  const { person, facilities } = useSession();
  const roles = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [open, setOpen] = useState<'plan' | Saying>();
  const corrects = may(roles, 'audit.correct') && finding.state === 'open';
  const waits = audit.mine && may(roles, 'audit.conduct') && finding.state === 'corrected';
  const bar = waits ? verifierFault(finding, person.id) : null;
  const verifies = waits && bar === null;
  const planned = finding.cause !== '' && finding.action !== '' && finding.owner !== null && finding.dueOn !== null;
  if (bar) return <p className="measure text-help">{barWords[bar]}</p>;
  if (!corrects && !verifies) return null;
  const close = () => setOpen(undefined);
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {corrects && (
        <Button look={planned ? 'secondary' : 'primary'} onPress={() => setOpen('plan')}>
          原因・直し方・期限を書く
        </Button>
      )}
      {corrects && planned && (
        <Button look="primary" onPress={() => setOpen('corrected')}>
          直したと伝える
        </Button>
      )}
      {verifies && <Button onPress={() => setOpen('sent-back')}>直し足りないと返す</Button>}
      {verifies && (
        <Button look="primary" onPress={() => setOpen('closed')}>
          指摘を完了にする
        </Button>
      )}
      {open === 'plan' && <CorrectionDialog {...{ facilityId, finding }} onClose={close} />}
      {open && open !== 'plan' && <SayDialog key={open} {...{ facilityId, finding, saying: open }} onClose={close} />}
    </div>
  );
}
