import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { tallyForms } from '#core/compliance/vendor-form/form-tally.ts';
import { may } from '#core/identity/role.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { isUnderWay, lookAgainMs, useSession } from '#web/identity/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Link } from '#web/ui/Link.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type ShownSystem, vendorSystemsQuery } from '../calls.ts';
import { AskDialog } from './AskDialog.tsx';
import type { Doing } from './doing.ts';
import { EndedSystems } from './EndedSystems.tsx';
import { EndLinkDialog } from './EndLinkDialog.tsx';
import { EndSystemDialog } from './EndSystemDialog.tsx';
import { SystemDialog } from './SystemDialog.tsx';
import { SystemRow } from './SystemRow.tsx';

/** The systems vendors run for the facility, and how this year's form of each stands. */
export function VendorFormsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { roles = [] } = useSession().facilities.find(({ id }) => id === facilityId) ?? {};
  return (
    <OnceRead>
      <Register facilityId={facilityId} edits={may(roles, 'vendor-form.edit')} />
    </OnceRead>
  );
}

type RegisterProps = { readonly facilityId: string; readonly edits: boolean };

const isMailing = ({ form }: ShownSystem) => isUnderWay(form?.link?.mail ?? null);

function Register({ facilityId, edits }: RegisterProps) {
  const { data } = useSuspenseQuery({
    ...vendorSystemsQuery(facilityId),
    refetchInterval: ({ state }) => (state.data?.systems.some(isMailing) ? lookAgainMs : false),
  });
  const { systems } = data;
  const [doing, setDoing] = useState<Doing>();
  const inUse = systems.filter(({ endedAt }) => endedAt === null);
  const ended = systems.filter(({ endedAt }) => endedAt !== null);
  const add = edits && (
    <Button look={data.withoutVendor ? 'secondary' : 'primary'} onPress={() => setDoing({ act: 'add' })}>
      システムを加える
    </Button>
  );
  return (
    <>
      <PageHead
        where={<Link href={`/facilities/${facilityId}/compliance`}>チェックリスト</Link>}
        title="事業者の様式"
        sub={`${yearTitle(data.fiscalYear)}の「事業者確認用」の様式です。事業者ごと、システムごとに一つ、事業者に答えてもらいます。`}
        action={(inUse.length > 0 || data.withoutVendor) && add}
      />
      <div className="flex flex-col gap-5">
        {data.withoutVendor && <WithoutVendor facilityId={facilityId} />}
        {inUse.length === 0 && !data.withoutVendor && <NoSystem action={add} ended={ended.length > 0} />}
        {inUse.length > 0 && <InUse {...{ facilityId, systems: inUse, edits }} onDo={setDoing} />}
        {ended.length > 0 && <EndedSystems {...{ facilityId, systems: ended, edits }} />}
      </div>
      {doing && <Doings {...{ facilityId, doing, systems }} onClose={() => setDoing(undefined)} />}
    </>
  );
}

type InUseProps = RegisterProps & { readonly systems: readonly ShownSystem[]; readonly onDo: (doing: Doing) => void };

function InUse({ systems, ...row }: InUseProps) {
  return (
    <>
      <Counts systems={systems} />
      <Card title="使っているシステム" aside={`${systems.length}システム`}>
        <ul>
          {systems.map((system) => (
            <SystemRow key={system.id} {...row} system={system} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function WithoutVendor({ facilityId }: { readonly facilityId: string }) {
  const open = <ButtonLink href={`/facilities/${facilityId}/compliance`}>チェックリストを開く</ButtonLink>;
  return (
    <Callout tone="note" title="事業者の様式は要りません。" action={open}>
      今年度のチェックリストで「契約している事業者は無い」と決めているためです。契約したときは、チェックリストの回答で変えてください。
    </Callout>
  );
}

function NoSystem({ action, ended }: { readonly action: ReactNode; readonly ended: boolean }) {
  const title = ended ? '使っているシステムはありません' : '事業者のシステムは、まだありません';
  return (
    <EmptyState icon="clipboard" title={title} action={action}>
      電子カルテやレセコンのように、事業者が納めたり保守したりしているシステムを一つずつ加えます。加えると、様式の記入を事業者に頼めます。
    </EmptyState>
  );
}

function Counts({ systems }: { readonly systems: readonly ShownSystem[] }) {
  const { answered, unanswered, no, late } = tallyForms(systems, false);
  return (
    <div className="grid grid-cols-3 gap-3 wide:gap-5">
      <Figure title="回答済み" figure={String(answered)} unit={`/ ${systems.length}`} />
      <Figure title="事業者が未回答" figure={String(unanswered)} unit="システム" />
      <Figure title="いいえ" figure={String(no)} unit="項目">
        {late > 0 && `目標日を過ぎた項目 ${late}`}
      </Figure>
    </div>
  );
}

const dialogs = { edit: SystemDialog, end: EndSystemDialog, ask: AskDialog, 'end-link': EndLinkDialog } as const;

type DoingsProps = {
  readonly facilityId: string;
  readonly doing: Doing;
  readonly systems: readonly ShownSystem[];
  readonly onClose: () => void;
};

function Doings({ facilityId, doing, systems, onClose }: DoingsProps) {
  if (doing.act === 'add') return <SystemDialog {...{ facilityId, onClose }} system={undefined} />;
  // What somebody changes meanwhile is seen in the dialog, and saved upon that.
  const system = systems.find(({ id }) => id === doing.systemId);
  if (!system) return null;
  const Dialog = dialogs[doing.act];
  return <Dialog {...{ facilityId, system, onClose }} />;
}
