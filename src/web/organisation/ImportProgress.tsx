import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Progress } from '#web/ui/Progress.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { ImportResult } from './ImportResult.tsx';
import { type ImportRecord, importQuery, importsQuery, organisation } from './queries.ts';

/** An import while it runs, and what came of it. */
export function ImportProgress({ importId }: { readonly importId: string }) {
  const queryClient = useQueryClient();
  const { data: record, error } = useQuery(importQuery(importId));
  const ended = record !== undefined && record.state !== 'running';
  useEffect(() => {
    if (!ended) return;
    void queryClient.invalidateQueries({ queryKey: importsQuery().queryKey });
    void queryClient.invalidateQueries({ queryKey: organisation.searchRegister.key(), refetchType: 'none' });
    void queryClient.invalidateQueries({ queryKey: organisation.registerCities.key(), refetchType: 'none' });
  }, [ended, queryClient]);
  if (error && !record) throw error;
  if (!record) {
    return (
      <AfterAWhile>
        <Skeleton />
      </AfterAWhile>
    );
  }
  return record.state === 'running' ? <Running record={record} /> : <Ended record={record} />;
}

function Running({ record: { fileName, rowsRead, share } }: { readonly record: ImportRecord }) {
  const rows = `${rowsRead.toLocaleString('ja-JP')}行`;
  return (
    <Card title="取り込んでいます" aside={fileName}>
      <Progress
        label={share < 1 ? 'ファイルを読んでいます' : '台帳に反映しています'}
        value={Math.round(share * 100)}
        total={100}
        words={`${rows}（${Math.round(share * 100)}%）`}
      />
      <p className="mt-3 text-help text-solid-gray-700">
        このページを離れても続きます。終わるまで、台帳は元のままです。
      </p>
    </Card>
  );
}

function Ended({ record }: { readonly record: ImportRecord }) {
  if (record.report) return <ImportResult report={record.report} fileName={record.fileName} />;
  return (
    <Callout tone="danger" announce title="取り込みが途中で止まりました">
      <p>台帳は元のままです。</p>
      まもりが止められたか、通信が切れました。ファイルをもう一度選んで取り込んでください。
    </Callout>
  );
}
