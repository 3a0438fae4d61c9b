import { useQuery } from '@tanstack/react-query';
import { mayRemoveEvidence } from '#core/evidence/right.ts';
import type { Role } from '#core/identity/role.ts';
import { FileButton } from '#web/ui/FileButton.tsx';
import { FileLine } from './FileLine.tsx';
import { evidenceEndings } from './file-words.ts';
import { evidenceQuery, isAt, type Place } from './queries.ts';
import { UploadLine } from './UploadLine.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useRemoval } from './use-removal.ts';
import { useUpload } from './use-upload.ts';

export type EvidenceFilesProps = {
  readonly facilityId: string;
  readonly place: Place;
  readonly person: { readonly id: string; readonly roles: readonly Role[] };
  /** Whether this person may add files there. */
  readonly mayAdd: boolean;
  /** What the files belong to is settled: none is taken away either. */
  readonly closed?: boolean;
  /** Files added after this are marked: the audit that found something was reported then. */
  readonly newSince?: Date | null;
};

/** The files that prove the answers to an item year after year, or belong to a task; more by picking or dropping. */
export function EvidenceFiles({
  facilityId,
  place,
  person,
  mayAdd,
  closed = false,
  newSince = null,
}: EvidenceFilesProps) {
  const files = useQuery(evidenceQuery(facilityId)).data?.filter(isAt(place)) ?? [];
  const { uploads, upload, forget } = useUpload(facilityId, place);
  const remove = useRemoval(facilityId);
  return (
    <div className="flex flex-col gap-2">
      {files.length === 0 && uploads.length === 0 && <p className="text-help text-solid-gray-700">まだありません。</p>}
      <ul>
        {files.map((file) => (
          <FileLine
            key={file.id}
            file={file}
            isNew={newSince !== null && new Date(file.addedAt) > newSince}
            facilityId={facilityId}
            onRemove={!closed && mayRemoveEvidence(person, file) ? () => void remove(file) : undefined}
          />
        ))}
        {uploads.map((one) => (
          <UploadLine key={one.key} upload={one} onForget={() => forget(one.key)} />
        ))}
      </ul>
      {mayAdd && <DropField onFiles={(dropped) => void upload(dropped)} />}
    </div>
  );
}

function DropField({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { place, over } = useFileDrop(onFiles);
  return (
    <div
      ref={place}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border border-dashed p-3 ${
        over ? 'border-blue-900 bg-blue-50' : 'border-solid-gray-536'
      }`}
    >
      <FileButton accept={evidenceEndings} onFile={(file) => onFiles([file])}>
        ファイルを選ぶ
      </FileButton>
      <p className="measure min-w-0 flex-1 basis-48 text-note text-solid-gray-700">
        ここへファイルを置いても加えられます。PDF・画像・Excel・Word・PowerPoint。1つ20MBまで。
      </p>
    </div>
  );
}
