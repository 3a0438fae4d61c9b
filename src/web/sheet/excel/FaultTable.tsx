import type { Fault } from '#core/kernel/contract.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Table } from '#web/ui/Table.tsx';

const isPlaced = ({ row, column }: Fault) => row !== undefined || column !== undefined;

/** Every fault of a file, with the place it stands in where it has one. */
export function FaultTable({ faults }: { readonly faults: readonly Fault[] }) {
  const placed = faults.filter(isPlaced).map((fault, place) => ({ ...fault, key: String(place) }));
  const others = faults.filter((fault) => !isPlaced(fault));
  return (
    <div className="flex flex-col gap-2">
      <Callout
        tone="danger"
        announce
        title={placed.length > 0 ? `直す所が${faults.length}か所あります` : 'ファイルを取り込めませんでした'}
      >
        {others.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        <p>
          回答は何も変わっていません。
          {placed.length > 0 && '下の場所を直して保存し、もう一度選んでください。'}
        </p>
      </Callout>
      {placed.length > 0 && (
        <div className="text-help">
          <Table
            caption={`「${placed[0]?.sheet ?? '回答'}」のシートで直す所`}
            captionShown
            whole
            rows={placed}
            rowKey={({ key }) => key}
            columns={[
              { key: 'row', title: '行', numeric: true, cell: ({ row }) => row ?? '' },
              { key: 'column', title: '列', cell: ({ column }) => column ?? '' },
              { key: 'message', title: '直すこと', names: true, cell: ({ message }) => message },
            ]}
          />
        </div>
      )}
    </div>
  );
}
