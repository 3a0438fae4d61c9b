import { useState } from 'react';
import { mayAddEvidence } from '#core/evidence/right.ts';
import { may } from '#core/identity/role.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownAudit } from '../calls.ts';
import { AskDialog } from './AskDialog.tsx';
import { ReplyDialog } from './ReplyDialog.tsx';

type RequestsProps = { readonly facilityId: string; readonly audit: ShownAudit };
type ShownRequest = ShownAudit['requests'][number];

/** What the auditors ask the facility for, with the answers. */
export function Requests({ facilityId, audit }: RequestsProps) {
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [asking, ask] = useState(false);
  const open = audit.reportedAt === null;
  return (
    <div className="flex flex-col gap-3">
      {audit.requests.length === 0 && <p>頼んだことは、まだありません。</p>}
      <ul className="empty:hidden">
        {audit.requests.map((request) => (
          <li key={request.id} className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0">
            <One {...{ facilityId, request }} replies={open && may(roles, 'audit.reply')} />
          </li>
        ))}
      </ul>
      {open && audit.mine && (
        <div>
          <Button onPress={() => ask(true)}>証跡や説明を頼む</Button>
        </div>
      )}
      {asking && <AskDialog {...{ facilityId, audit }} onClose={() => ask(false)} />}
    </div>
  );
}

type OneProps = { readonly facilityId: string; readonly request: ShownRequest; readonly replies: boolean };

function One({ facilityId, request, replies }: OneProps) {
  const [writing, write] = useState(false);
  const { wanted, of, dueOn, itemId, system, reply, repliedAt, repliedBy, late } = request;
  return (
    <article aria-label={wanted} className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2">
        {repliedAt === null ? <Tag tone="now">返事待ち</Tag> : <Tag tone="done">返事あり</Tag>}
        {late && <Tag tone="attention">期限を過ぎています</Tag>}
        <span className="text-help text-solid-gray-700">
          {of.name}さんへ・{japaneseDay(dueOn)}まで{itemId && `・${itemId}`}
          {system && `・${system}`}
        </span>
      </p>
      <p className="measure break-words whitespace-pre-line">{wanted}</p>
      {reply !== '' && (
        <div className="measure rounded-8 bg-solid-gray-50 p-3 break-words">
          <p className="whitespace-pre-line">{reply}</p>
          {repliedBy && repliedAt && (
            <p className="mt-1 text-note text-solid-gray-700">
              {repliedBy.name}さんの返事・
              <Day at={new Date(repliedAt)} />
            </p>
          )}
        </div>
      )}
      {itemId && <Proof {...{ facilityId, itemId }} />}
      {replies && (
        <div>
          <Button size="small" onPress={() => write(true)}>
            {repliedAt === null ? '返事を書く' : '返事を直す'}
          </Button>
        </div>
      )}
      {writing && <ReplyDialog {...{ facilityId, request }} onClose={() => write(false)} />}
    </article>
  );
}

function Proof({ facilityId, itemId }: { readonly facilityId: string; readonly itemId: string }) {
  const { person, facilities } = useSession();
  const me = { id: person.id, roles: facilities.find(({ id }) => id === facilityId)?.roles ?? [] };
  return (
    <Disclosure title={`証跡（${itemId}）`} printedAsSeen>
      <EvidenceFiles {...{ facilityId, place: { itemId }, person: me }} mayAdd={mayAddEvidence(me, itemId, [])} />
    </Disclosure>
  );
}
