/** The browser, the device or the person did not go through with a passkey; the message says what to do. */
export class PasskeyFailure extends Error {}

type Place = { readonly origin: string; readonly rpId: string | undefined };

const words: Readonly<Record<string, string>> = {
  NotAllowedError: 'パスキーの確認が終わりませんでした。やめたか、時間が過ぎました。もう一度お試しください。',
  AbortError: 'パスキーの確認が途中で止まりました。もう一度お試しください。',
  InvalidStateError: 'この端末のパスキーは、すでに登録されています。別の端末か鍵をお使いください。',
  NotSupportedError:
    'この端末では、パスキーに要る本人の確認（指紋・顔・暗証番号）ができません。端末の設定を確かめるか、別の端末か鍵をお使いください。',
  ConstraintError:
    'この端末では、パスキーに要る本人の確認（指紋・顔・暗証番号）ができません。端末の設定を確かめるか、別の端末か鍵をお使いください。',
  Unsupported: 'このブラウザーはパスキーに対応していません。別のブラウザーか、ほかの方法をお使いください。',
};

/** What to say where a browser names its failure so (Web Authentication, 5.1.3 and 5.1.4). */
export function passkeyFailureWords(name: string, { origin, rpId }: Place): string {
  if (name === 'SecurityError') {
    return `今開いているアドレス（${origin}）では、パスキーを使えません。${rpId ? `「${rpId}」のアドレスで開き直してください。` : ''}`;
  }
  return words[name] ?? 'パスキーを使えませんでした。もう一度お試しください。続くときは、ほかの方法をお使いください。';
}
