import { UnusableLink } from '../UnusableLink.tsx';

export function UsedLink() {
  return (
    <UnusableLink title="この再設定リンクは使えません">
      リンクは1回だけ、渡されたものは24時間、自分で頼んだメールのものは1時間使えます。期限が切れたか、すでに使われたか、新しいリンクが作られたか、文字の一部が欠けています。渡した人に頼むか、サインインのページの「パスワードを忘れたとき」からやり直してください。
    </UnusableLink>
  );
}
