import { useMutation } from '@tanstack/react-query';
import { takeFrom } from '#web/platform/hand-over.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { notify } from '#web/ui/notify.ts';
import { fileSize } from '../admin/backup/file-size.ts';
import { leaving, recordHref } from './queries.ts';

/** The record of the facility, taken by the browser itself: it may be larger than a page can hold. */
export function TakeRecord({ facilityId }: { readonly facilityId: string }) {
  const act = useMutation({
    mutationFn: () => leaving.recordSize.call({ facilityId }),
    onSuccess: ({ runs, files, bytes }) => {
      notify(
        `受け取りを始めました（点検 ${runs}件、証跡 ${files}件${bytes > 0 ? `、およそ${fileSize(bytes)}` : ''}）。`,
      );
      takeFrom(recordHref(facilityId));
    },
  });
  return (
    <Card title="施設の記録を、まとめて受け取る">
      <WhatIsInIt />
      <div className="mt-4 flex flex-col items-start gap-3">
        <RefusalNote error={act.error} title="受け取れませんでした" />
        <Button
          look="primary"
          icon="download"
          onPress={() => act.mutate()}
          pending={act.isPending ? '用意しています' : undefined}
        >
          記録一式を受け取る
        </Button>
      </div>
    </Card>
  );
}

function WhatIsInIt() {
  return (
    <div className="text-help">
      <p>施設のものを、すべて一つのファイル（ZIP）で受け取ります。受け取っても、まもりの中のものは何も変わりません。</p>
      <ul className="mt-2 list-disc pl-6">
        <li>点検の回答とその履歴、提出した結果、証跡のファイル</li>
        <li>職員、招待、支援の取り決め、アクセスキーの名前、操作の記録</li>
        <li>何がどこにあるかを書いた「はじめにお読みください」</li>
      </ul>
      <p className="mt-2">
        経営層の点検は本人だけのものなので、入りません。本人が「自己点検」から受け取ります。施設の弱い所と氏名が入っているので、見てよい人だけが開ける場所に置いてください。
      </p>
    </div>
  );
}
