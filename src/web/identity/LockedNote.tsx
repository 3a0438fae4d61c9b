import { Callout } from '#web/ui/Callout.tsx';

export function LockedNote() {
  return (
    <Callout tone="attention" announce title="サインインの失敗が続いたため、しばらくサインインできません">
      ボタンに出ている時間が過ぎると、もう一度試せます。急ぐときは、パスキーを使うか、再設定リンク（「パスワードを忘れたとき」から頼むか、施設の管理者にもらう）を開くと、待たずにサインインできます。身に覚えがないときは、施設の管理者に知らせてください。
    </Callout>
  );
}
