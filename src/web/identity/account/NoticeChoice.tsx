import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalWords } from '#web/platform/refusal.ts';
import { Card } from '#web/ui/Card.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { notify } from '#web/ui/notify.ts';
import { useMail } from '../use-mail.ts';
import { account, accountQuery } from './queries.ts';

/** Which letters the person wants; kept at once. */
export function NoticeChoice({ work }: { readonly work: boolean }) {
  const queryClient = useQueryClient();
  const act = useMutation(
    account.chooseNotices.mutationOptions({
      onSuccess: (chosen) => {
        queryClient.setQueryData(accountQuery().queryKey, (known) => known && { ...known, workNotices: chosen.work });
        notify(chosen.work ? '仕事のお知らせをメールで送ります。' : '仕事のお知らせを止めました。');
      },
      onError: (error) => notify(`変えられませんでした。${refusalWords(error)}`),
    }),
  );
  if (!useMail()) return null;
  return (
    <Card title="メールでのお知らせ">
      <Checkbox
        checked={act.isPending ? act.variables.work : work}
        onChange={(wanted) => act.mutate({ work: wanted })}
        disabled={act.isPending}
      >
        仕事のお知らせを受け取る（担当の分野が決まったとき、点検の提出が取り消されたとき）
      </Checkbox>
      <p className="mt-2 text-help text-solid-gray-700">
        パスワードや確認コードが変わったときのお知らせは、アカウントを守るため、いつもお送りします。
      </p>
    </Card>
  );
}
