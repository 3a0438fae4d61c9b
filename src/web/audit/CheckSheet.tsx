import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { Progress } from '#web/ui/Progress.tsx';
import { audits, type ShownAudit } from './calls.ts';
import { NotIndependentNote } from './plan/NotIndependentNote.tsx';

type CheckSheetProps = { readonly facilityId: string; readonly audit: ShownAudit };

/** How far the check sheet of an audit is, and the way to it for those who may see it. */
export function CheckSheet({ facilityId, audit }: CheckSheetProps) {
  const { begunAt, reportedAt, mine, runId, progress } = audit;
  if (begunAt === null && mine) return <Begin {...{ facilityId, audit }} />;
  if (begunAt === null) return <p className="measure">監査する人が「監査を始める」を押すと、点検票ができます。</p>;
  if (!runId || !progress) {
    return <p className="measure">監査する人が確かめています。報告するまで、ほかの人には見えません。</p>;
  }
  const { items, done } = progress;
  if (items === 0) {
    return (
      <p className="measure">
        選んだ条項やシステムにつながる設問は、この点検票にありません。
        {reportedAt === null &&
          '「頼んだこと」と「聞き取り」で確かめ、分かったことは、条項やシステムの「所見を書く」で残して、報告します。'}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {reportedAt === null && (
        <Progress label="結論" value={done} total={items} words={`${items}問のうち${done}問に結論`} />
      )}
      <div>
        <ButtonLink
          look={reportedAt === null && done < items ? 'primary' : 'secondary'}
          href={`/facilities/${facilityId}/runs/${runId}`}
        >
          {reportedAt === null ? '点検票を開く' : '点検票を見る'}
        </ButtonLink>
      </div>
    </div>
  );
}

function Begin({ facilityId, audit }: CheckSheetProps) {
  const client = useQueryClient();
  const begin = useMutation(
    audits.begin.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: audits.key() });
        notify('監査を始めました。');
      },
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="measure">
        始めると、分野ごとに決めた監査する人に、点検票を渡します。始めたあとは、対象の分野と条項を変えられません。
      </p>
      <RefusalNote error={begin.error} title="始められませんでした" />
      <NotIndependentNote error={begin.error} />
      <div>
        <Button
          look="primary"
          pending={begin.isPending ? '始めています' : undefined}
          onPress={() => begin.mutate({ facilityId, auditId: audit.id })}
        >
          監査を始める
        </Button>
      </div>
    </div>
  );
}
