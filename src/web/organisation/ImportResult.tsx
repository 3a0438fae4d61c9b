import type { Fault } from '#core/kernel/contract.ts';
import type { ImportReport } from '#core/organisation/import-report.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ChangedTable, ConflictTable, RejectedTable, RepeatedTable } from './ImportTables.tsx';

type ImportResultProps = { readonly report: ImportReport; readonly fileName: string };

const number = (count: number) => count.toLocaleString('ja-JP');

/** What an import did: the counts first, then every row that needs a look. */
export function ImportResult({ report, fileName }: ImportResultProps) {
  if (report.outcome === 'refused') return <Refused report={report} fileName={fileName} />;
  const open = report.conflicts.count + report.rejected.count;
  return (
    <Card title="取り込みの結果" aside={fileName}>
      <div className="flex flex-col gap-5">
        <Callout
          tone={open > 0 ? 'attention' : 'done'}
          announce
          title={`取り込みました（台帳の施設は${number(report.facilities)}件）`}
        >
          {open > 0
            ? '取り込めなかったものがあります。下の行を確かめ、必要ならファイルを直して、もう一度取り込んでください。'
            : '取り込めなかったものはありません。'}
        </Callout>
        <Counts report={report} />
        <ConflictTable conflicts={report.conflicts} />
        <RejectedTable rejected={report.rejected} />
        <ChangedTable changed={report.changed} />
        <RepeatedTable repeated={report.repeated} />
      </div>
    </Card>
  );
}

function Counts({ report }: { readonly report: ImportReport }) {
  const counts: readonly (readonly [string, number, string])[] = [
    ['読んだ行', report.rowsRead, '行'],
    ['新しい施設', report.new, '施設'],
    ['内容が変わった施設', report.changed.count, '施設'],
    ['変わらない施設', report.unchanged, '施設'],
    ['重複した行', report.repeated.count, '行'],
    ['食い違うコード', report.conflicts.count, '件'],
    ['取り込めなかった行', report.rejected.count, '行'],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
      {counts.map(([title, count, unit]) => (
        <div key={title}>
          <dt className="text-help text-solid-gray-700">{title}</dt>
          <dd className="tabular-nums">
            <span className="text-section">{number(count)}</span>
            <span className="text-help">{unit}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Refused({ report: { faults, rejected }, fileName }: ImportResultProps) {
  return (
    <Card title="取り込みの結果" aside={fileName}>
      <div className="flex flex-col gap-5">
        <Callout tone="danger" announce title="取り込めませんでした">
          <p>台帳は元のままです。</p>
          {faults.map((fault) => (
            <p key={fault.code}>{words(fault)}</p>
          ))}
        </Callout>
        <RejectedTable rejected={rejected} />
      </div>
    </Card>
  );
}

const words = ({ row, message }: Fault) => (row === undefined ? message : `${row}行目：${message}`);
