import { type AuditState, auditStateTitles } from '#core/audit/audit-kind.ts';
import { Tag } from '#web/ui/Tag.tsx';

const tones = { planned: 'plain', 'under-way': 'now', reported: 'plain', closed: 'done' } as const;

/** How far an audit has come. */
export function StateTag({ state }: { readonly state: AuditState }) {
  return <Tag tone={tones[state]}>{auditStateTitles[state]}</Tag>;
}
