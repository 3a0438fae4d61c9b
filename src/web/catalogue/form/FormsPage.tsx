import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { officialForms } from '#core/catalogue/form/published-form.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { FileButton } from '#web/ui/FileButton.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Select } from '#web/ui/Select.tsx';
import { KnownTag } from './FileFacts.tsx';
import { FormFaults } from './FormFaults.tsx';
import { formTitles } from './form-words.ts';
import { type FormsView, forms, formsQuery } from './queries.ts';

const line = 'border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0';

/** Forms of the ministry: a new one is read in, those on their way, and those that were published here. */
export function FormsPage() {
  const { data } = useSuspenseQuery(formsQuery());
  return (
    <Page
      where={<Link href="/admin/versions">点検票の版</Link>}
      title="国の様式を読み込む"
      sub="国が新しい様式（Excel）を出したら、まもりの更新を待たずに読み込めます。項目を一つずつ確かめてから、このまもりの版として公開します。"
    >
      <Upload />
      {data.drafts.length > 0 && <Drafts drafts={data.drafts} />}
      {data.published.length > 0 && <Published published={data.published} />}
    </Page>
  );
}

function Upload() {
  const [sheetId, setSheetId] = useState<(typeof officialForms)[number]>('checklist-institution');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => forms.upload.call({ query: { name: file.name, sheetId }, body: file }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: formsQuery().queryKey });
      await navigate({ href: `/admin/versions/official-forms/${id}` });
    },
  });
  return (
    <Card title="ファイルを選ぶ">
      <div className="flex flex-col gap-4">
        <p className="measure text-help text-solid-gray-700">
          厚生労働省のページから受け取ったExcel（.xlsx、シート1枚、4MBまで）をそのまま選びます。読み込んだだけでは、施設の画面は何も変わりません。医療機関と薬局で同じ様式なら、それぞれに一度ずつ読み込みます。保守委託機関編の別紙は、原文の項目を1行ずつExcelに写して読み込みます。
        </p>
        <div className="max-w-sm">
          <Select
            label="様式の種類"
            options={officialForms.map((value) => ({ value, label: formTitles[value] }))}
            value={sheetId}
            onChange={setSheetId}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <FileButton look="primary" accept={['.xlsx']} onFile={(file) => mutate(file)}>
            様式のファイルを選んで読み込む
          </FileButton>
          {isPending && (
            <span role="status" className="text-help">
              読み込んでいます…
            </span>
          )}
        </div>
        <FormFaults error={error} title="読み込めませんでした。何も変わっていません。" />
      </div>
    </Card>
  );
}

function Drafts({ drafts }: Pick<FormsView, 'drafts'>) {
  return (
    <Card title="読み込み中の様式">
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-1 ${line}`}>
            <div className="min-w-0">
              <p className="break-words font-700">
                <Link href={`/admin/versions/official-forms/${draft.id}`}>{draft.fileName}</Link>
              </p>
              <p className="text-help text-solid-gray-700">
                {formTitles[draft.sheetId]}　最後に直した日時 {japaneseMoment(new Date(draft.changedAt))}
              </p>
            </div>
            <KnownTag known={draft.known} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Published({ published }: Pick<FormsView, 'published'>) {
  return (
    <Card title="公開した様式" aside="公開した版は変えられません">
      <ul>
        {published.map((form) => (
          <li key={`${form.sheetId} ${form.version}`} className={line}>
            <p className="flex flex-wrap items-center gap-2 font-700">
              {formTitles[form.sheetId]} {form.version} <KnownTag known={form.known} />
            </p>
            <p className="break-all text-help text-solid-gray-700">
              {form.fileName}　SHA-256 {form.fileHash}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
