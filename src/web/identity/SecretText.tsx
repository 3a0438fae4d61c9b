import { CopyButton } from '#web/ui/CopyButton.tsx';

/** 「JBSW Y3DP …」: four characters at a time, as people can compare and type them. */
export function inFours(secret: string): readonly string[] {
  return secret.match(/.{1,4}/g) ?? [];
}

/** The secret for typing where no camera can read the picture. */
export function SecretText({ secret }: { readonly secret: string }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-help text-solid-gray-700">
        読み取れないときは、アプリで「キーを入力」「手動で入力」を選び、次の文字を入れます（時間ベース）。
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-1 rounded-8 bg-solid-gray-50 px-3 py-2 font-mono text-body text-solid-gray-900">
        {inFours(secret).map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
          <span key={place}>{group}</span>
        ))}
      </p>
      <CopyButton text={secret}>文字を写す</CopyButton>
      <p className="text-help text-solid-gray-700">
        このページを開き直すと、QRコードと文字は新しくなります。前のものは使えません。
      </p>
    </div>
  );
}
