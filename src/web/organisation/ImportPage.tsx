import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { FileButton } from '#web/ui/FileButton.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { importSearch } from './import-search.ts';
import { importsQuery, organisation } from './queries.ts';
import { RecentImports } from './RecentImports.tsx';

/** Brings a public list of institutions into the register, with its progress and what came of it. */
export function ImportPage() {
  const { import: asked } = importSearch(useSearch({ strict: false }));
  const { data: imports } = useSuspenseQuery(importsQuery());
  const shown = asked ?? imports.find(({ state }) => state === 'running')?.id;
  return (
    <Page
      where={<Link href="/admin/register">施設台帳</Link>}
      title="台帳を取り込む"
      sub="公開されている医療機関の一覧（CSV）を取り込みます。同じファイルを何度取り込んでも、結果は変わりません。"
      action={<ButtonLink href="/admin/register">施設を探す</ButtonLink>}
    >
      <Upload />
      {shown && <ImportProgress key={shown} importId={shown} />}
      <RecentImports imports={imports} />
    </Page>
  );
}

function Upload() {
  const { send, isPending, error } = useUpload();
  return (
    <Card title="ファイルを選ぶ">
      <div className="flex flex-col gap-4">
        <p className="measure text-help text-solid-gray-700">
          1行に「医療機関コード9桁, 7桁, 名称, 郵便番号,
          所在地」と並んだCSV（UTF-8かShift_JIS、64MBまで。gzipで圧縮したままでも構いません）。種類は名称から推定し、人が確かめた種類・病床数・機能は変えません。
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <FileButton look="primary" accept={['.csv', '.gz', '.txt', 'text/csv', 'application/gzip']} onFile={send}>
            ファイルを選んで取り込む
          </FileButton>
          {isPending && (
            <span role="status" className="text-help">
              送っています…
            </span>
          )}
        </div>
        <RefusalNote error={error} title="取り込めませんでした（台帳は元のままです）" />
      </div>
    </Card>
  );
}

function useUpload() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => organisation.importRegister.call({ query: { name: file.name }, body: file }),
    onSuccess: async ({ importId }) => {
      await navigate({ href: `/admin/register/import?import=${importId}` });
      await queryClient.invalidateQueries({ queryKey: importsQuery().queryKey });
    },
  });
  return { send: (file: File) => mutate(file), isPending, error };
}
