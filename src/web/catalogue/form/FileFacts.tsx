import { knownFiles } from '#core/catalogue/form/known-file.ts';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { formTitles } from './form-words.ts';
import type { FormsView } from './queries.ts';

type File = Pick<FormsView['drafts'][number], 'fileName' | 'fileHash' | 'fileBytes' | 'known' | 'sheetId'>;

/** What the file is, its hash, and beside it the hashes that are known. */
export function FileFacts({ file }: { readonly file: File }) {
  return (
    <Card title="読み込んだファイル" aside={formTitles[file.sheetId]}>
      <p>
        {file.fileName}（{file.fileBytes.toLocaleString('ja-JP')}バイト） <KnownTag known={file.known} />
      </p>
      <p className="mt-2 text-help">
        このファイルのSHA-256：
        <span className="break-all tabular-nums">{file.fileHash}</span>
      </p>
      <p className="mt-3 text-help text-solid-gray-700">知られているファイル（公開の一覧による控え。要確認）</p>
      <ul className="text-help">
        {knownFiles.map(({ name, title, bytes, begins }) => (
          <li key={name} className="break-words">
            {title}　{name}　{bytes.toLocaleString('ja-JP')}バイト　{begins}…
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Whether the hash is one of the known: said in words, not by colour alone. */
export function KnownTag({ known }: { readonly known: string | null }) {
  return known === null ? (
    <Tag tone="attention">知られているファイルではありません</Tag>
  ) : (
    <Tag tone="done">✓ ハッシュが同じ：{known}</Tag>
  );
}
