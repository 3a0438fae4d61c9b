import { fewRecoveryCodes } from '#core/identity/recovery-code.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';

type RecoveryCardProps = {
  readonly left: number;
  /** What a code is used with. */
  readonly first: 'パスワード' | '組織のアカウント';
};

/** How many recovery codes are left, and the way to new ones. */
export function RecoveryCard({ left, first }: RecoveryCardProps) {
  const few = left <= fewRecoveryCodes;
  return (
    <Card title="復旧コード" aside={`残り${left}個`}>
      <div className="flex flex-col gap-3">
        {few && (
          <Callout tone="attention" title={left === 0 ? '復旧コードがありません' : `残りが${left}個になりました`}>
            新しく作って、控えてください。
          </Callout>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-64 text-help">
            認証アプリやパスキーの端末が手元にないときに、{first}に加えて使います。1つのコードは1回だけ使えます。
          </p>
          <ButtonLink href="/account/recovery-codes">復旧コードを作る</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
