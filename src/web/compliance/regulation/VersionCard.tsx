import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { may, type Role } from '#core/identity/role.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { notify } from '#web/ui/notify.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { compliance, type ShownRegulation } from '../calls.ts';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { BlanksNote } from './BlanksNote.tsx';

type Version = ShownRegulation['versions'][number];

type VersionCardProps = {
  readonly facilityId: string;
  readonly regulation: ShownRegulation;
  readonly version: Version;
  readonly roles: readonly Role[];
  /** In force or waiting: its text stands open. */
  readonly newest: boolean;
};

/** One version: what changed, its text, its files, who approved it, or the way to. */
export function VersionCard({ facilityId, regulation, version, roles, newest }: VersionCardProps) {
  const { person } = useSession();
  const [approving, setApproving] = useState(false);
  const { number, validOn, changes, body, approvedAt } = version;
  const adds = may(
    roles.filter((role) => role !== 'staff'),
    'evidence.write',
  );
  return (
    <Card title={`第${number}版`} aside={<Approval version={version} />}>
      <p className="measure break-words whitespace-pre-line">
        {japaneseDay(validOn)}から。{changes}
      </p>
      {approvedAt !== null && validOn > dayInJapan(new Date()) && (
        <p className="text-help text-orange-1000">この日までは、使っている文書に数えません。</p>
      )}
      {body !== '' && (
        <Disclosure title="本文" openAtFirst={newest}>
          <p className="measure rounded-8 bg-solid-gray-50 p-4 break-words whitespace-pre-line">{body}</p>
        </Disclosure>
      )}
      {approvedAt === null && <BlanksNote body={body} />}
      <div className="my-4 flex flex-wrap gap-2">
        <PrintButton path={{ facilityId, regulationId: regulation.id }} number={number} />
        {approvedAt === null && may(roles, 'regulation.approve') && (
          <Button look="primary" onPress={() => setApproving(true)}>
            この案を承認する
          </Button>
        )}
      </div>
      <EvidenceFiles
        facilityId={facilityId}
        place={{ itemId: version.id }}
        person={{ id: person.id, roles }}
        mayAdd={adds && newest && approvedAt === null}
        closed={approvedAt !== null}
      />
      {approving && <ApprovalDialog {...{ facilityId, regulation, number }} onClose={() => setApproving(false)} />}
    </Card>
  );
}

function Approval({ version: { approvedAt, approvedBy } }: { readonly version: Version }) {
  if (approvedAt === null) return <Tag tone="attention">経営者の承認待ち</Tag>;
  return `${approvedBy?.name ?? ''}が${japaneseDay(dayInJapan(new Date(approvedAt)))}に承認`;
}

type PrintButtonProps = {
  readonly path: { readonly facilityId: string; readonly regulationId: string };
  readonly number: number;
};

function PrintButton({ path, number }: PrintButtonProps) {
  const { mutate, isPending } = useMutation(
    compliance.printRegulation.mutationOptions({
      onSuccess: (file) => handOver(file, `第${number}版.pdf`),
      onError: (error) => notify(`PDFを作れませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <Button
      icon="print"
      label={`第${number}版を印刷（PDF）`}
      pending={isPending ? 'PDFを作っています…' : undefined}
      onPress={() => mutate({ ...path, number })}
    >
      印刷（PDF）
    </Button>
  );
}
