import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ownRecordInput } from '#core/identity/own-record-contract.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { EraseAccount } from './EraseAccount.tsx';
import { ownRecord } from './queries.ts';

type Format = z.output<typeof ownRecordInput>['query']['format'];

/** What is kept about the person: taken away as a file, or gone for good. */
export function OwnRecordPage() {
  return (
    <Page
      where={<Link href="/account">自分のアカウント</Link>}
      title="自分の記録"
      sub="まもりが、あなたについて持っているものを受け取ります。アカウントを消すこともできます。"
    >
      <TakeRecord />
      <EraseAccount />
    </Page>
  );
}

function TakeRecord() {
  const act = useMutation({
    mutationFn: (format: Format) => ownRecord.download.call({ query: { format } }),
    onSuccess: (file, format) => handOver(file, `まもり_自分の記録.${format}`),
  });
  const pending = (format: Format) => (act.isPending && act.variables === format ? 'まとめています' : undefined);
  return (
    <Card title="記録を受け取る">
      <p className="text-help">
        登録した内容、加わっている施設、サインイン中の端末、送った招待、あなたの操作の記録、どの設問に答えたかが入ります。パスワードなどの秘密と、ほかの人のことは入りません。回答の中身は施設のものなので、入りません。
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="primary" icon="download" onPress={() => act.mutate('html')} pending={pending('html')}>
          読むためのページで受け取る
        </Button>
        <Button icon="download" onPress={() => act.mutate('json')} pending={pending('json')}>
          データ（JSON）で受け取る
        </Button>
      </div>
      <RefusalNote error={act.error} title="受け取れませんでした" />
    </Card>
  );
}
