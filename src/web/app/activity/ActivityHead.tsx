import { useQuery } from '@tanstack/react-query';
import { Card } from '#web/ui/Card.tsx';
import { headQuery } from './queries.ts';

/** What proves later that nothing was changed. */
export function ActivityHead({ facilityId }: { readonly facilityId: string }) {
  const { data: head } = useQuery(headQuery(facilityId));
  return (
    <Card title="記録が変えられていないことの証明" aside={head && `封 ${head.number.toLocaleString('ja-JP')}番まで`}>
      <p className="measure text-help text-solid-gray-700">
        記録は数秒ごとに、前の記録とつないで封をします。次の符号（先頭のハッシュ）を紙やほかの場所に控えておくと、あとで記録が変えられたり消されたりしていないかを、システム管理者が確かめられます。
      </p>
      <p className="mt-2 break-all font-mono text-help">{head ? head.hash : '封はまだありません。'}</p>
    </Card>
  );
}
