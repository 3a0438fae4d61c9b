import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Callout } from '#web/ui/Callout.tsx';
import { FileButton } from '#web/ui/FileButton.tsx';
import { notify } from '#web/ui/notify.ts';
import { keepSelfCheck } from './store.ts';
import { takeFile } from './take-file.ts';

/** Takes the answers of a kept file; a faulty one changes nothing and every fault is named. */
export function OpenFile() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const open = async (file: File) => {
    const taken = await takeFile(queryClient, file);
    if (!taken.read) return setFaults(taken.faults);
    const before = keepSelfCheck(taken.check);
    notify('ファイルの答えを読み込みました。', before && (() => keepSelfCheck(before)));
    await navigate({ to: '/self-check/questions' });
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="measure text-help text-solid-gray-700">
        「回答をファイルに保存する」で作ったファイル（名前が .json で終わるもの）から続けます。
      </p>
      <div>
        <FileButton accept={['.json', 'application/json']} onFile={open}>
          ファイルから続ける
        </FileButton>
      </div>
      {faults.length > 0 && (
        <Callout tone="danger" announce title="ファイルを読み込めませんでした">
          <p>今の答えは変わっていません。</p>
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
