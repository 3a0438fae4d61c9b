import { useNavigate } from '@tanstack/react-router';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { downloadSelfCheck } from './download.ts';
import { keepSelfCheck, useSelfCheck } from './store.ts';

/** Where the answers are kept, how to keep them longer and how to forget them. */
export function TabNote() {
  const check = useSelfCheck();
  const navigate = useNavigate();
  if (!check) return null;
  const forget = () => {
    const before = keepSelfCheck(undefined);
    notify('答えを消しました。', () => keepSelfCheck(before));
    void navigate({ to: '/self-check' }).then(focusPageTitle);
  };
  return (
    <div className="flex flex-col gap-2 text-help text-solid-gray-700 print:hidden">
      <p className="measure">
        答えは、このタブの中だけに残ります。サーバには送りません。読み込み直しても消えませんが、タブを閉じると消えます。
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon="download" onPress={() => downloadSelfCheck(check)}>
          回答をファイルに保存する
        </Button>
        <Button size="small" look="quiet" onPress={forget}>
          答えを消す
        </Button>
      </div>
    </div>
  );
}
