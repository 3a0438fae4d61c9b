import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { AdoptDialog } from './AdoptDialog.tsx';
import { ChangeCounts, ChangeList } from './ChangeList.tsx';
import { type PreviewView, previewQuery } from './queries.ts';

/** What a newer version changes, before it is adopted for the whole installation. */
export function VersionPreviewPage() {
  const { sheetId, version } = useParams({ strict: false });
  const { data } = useSuspenseQuery(previewQuery((sheetId ?? '') as SheetId, version ?? ''));
  return <Preview sheetId={data.changes.sheetId} preview={data} />;
}

type PreviewProps = { readonly sheetId: SheetId; readonly preview: PreviewView };

function Preview({ sheetId, preview }: PreviewProps) {
  const [asking, ask] = useState(false);
  const { changes, current } = preview;
  return (
    <Page
      where={<Link href="/admin/versions">点検票の版</Link>}
      title={`${changes.title} ${changes.to}`}
      sub={`今使っている${current}との違いと、関わる点検の数です。採用すると、これから始める点検が${changes.to}になります。`}
      action={
        <Button look="primary" onPress={() => ask(true)}>
          {changes.to}を採用する
        </Button>
      }
    >
      <ChangeCounts changes={changes} />
      <Concerned preview={preview} />
      <ChangeList changes={changes} />
      {asking && (
        <AdoptDialog
          sheetId={sheetId}
          title={changes.title}
          from={current}
          version={changes.to}
          onClose={() => ask(false)}
        />
      )}
    </Page>
  );
}

const countWords = (count: number | null, unit: string) => (count === null ? `10${unit}未満` : `${count}${unit}`);

function Concerned({ preview: { concerned, fiscalYear, changes, current } }: Omit<PreviewProps, 'sheetId'>) {
  const none = concerned.runs === 0;
  return (
    <Card title="関わる点検" aside={fiscalYearLabel(fiscalYear)}>
      <p>
        {none
          ? '今年度に記入中の点検は、ほかの版にはありません。'
          : `ほかの版で記入中の点検は${countWords(concerned.runs, '件')}（${countWords(concerned.facilities, '施設')}）です。`}
      </p>
      <ul className="mt-2 list-disc pl-5 text-help text-solid-gray-700">
        {!none && (
          <li>
            記入中の点検は{current}のままです。施設の安全管理責任者が、自分で{changes.to}に移せます。
          </li>
        )}
        <li>提出した点検と、その結果は変わりません。</li>
        <li>回答そのものは、この画面からは見えません。10より少ない数は、施設が分からないように隠しています。</li>
      </ul>
    </Card>
  );
}
