import { useQuery } from '@tanstack/react-query';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { headQuery } from './queries.ts';

/** What proves later that nothing was changed. */
export function ActivityHead({ facilityId }: { readonly facilityId: string }) {
  const { data: head } = useQuery(headQuery(facilityId));
  return (
    <Card title="記録が変えられていないことの証明">
      <p className="measure text-help text-solid-gray-700">
        記録は数秒ごとに、前の記録とつないで封をします（書き換えると分かるようにする印です）。下の確かめ用の文字を紙やほかの場所に控えておくと、あとで記録が変えられたり消されたりしていないかを、システム管理者が確かめられます。
      </p>
      {head ? (
        <>
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <p className="min-w-0 break-all font-mono text-help">{head.hash}</p>
            <CopyButton text={head.hash}>確かめ用の文字を写す</CopyButton>
          </div>
          <p className="mt-2 text-help text-solid-gray-700">
            {head.number.toLocaleString('ja-JP')}回目の封までを確かめられます。
          </p>
        </>
      ) : (
        <p className="mt-2 text-help">封はまだありません。</p>
      )}
    </Card>
  );
}
