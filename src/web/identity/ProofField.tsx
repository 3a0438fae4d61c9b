import { Button } from '#web/ui/Button.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { CodeField } from './CodeField.tsx';

type ProofFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** A recovery code is typed in place of the six digits. */
  readonly recovers: boolean;
  /** Changes between the two; absent where the person has no authenticator. */
  readonly onRecover?: (recovers: boolean) => void;
};

/** The code of the authenticator, or a recovery code where it is not at hand. */
export function ProofField({ value, onChange, error, recovers, onRecover }: ProofFieldProps) {
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        {recovers ? (
          <TextField
            label="復旧コード"
            name="code"
            autoComplete="off"
            autoFocus
            maxLength={50}
            value={value}
            onChange={onChange}
            help="紙などに控えた24文字です。1つのコードは1回だけ使えます。"
            error={error}
          />
        ) : (
          <CodeField
            autoFocus
            value={value}
            onChange={onChange}
            error={error}
            help="認証アプリに今出ている数字を入れてください。30秒ごとに変わります。"
          />
        )}
      </div>
      {onRecover && (
        <div className="-ml-3">
          <Button look="quiet" size="small" onPress={() => onRecover(!recovers)}>
            {recovers ? '認証アプリの確認コードを使う' : '認証アプリが手元にないとき'}
          </Button>
        </div>
      )}
    </div>
  );
}
