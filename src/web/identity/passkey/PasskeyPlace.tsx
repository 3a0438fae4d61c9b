import { Callout } from '#web/ui/Callout.tsx';
import { Link } from '#web/ui/Link.tsx';

/** Why passkeys cannot be used at the address in the address bar, and where they can. */
export function PasskeyPlace({ usableAt }: { readonly usableAt: string | null }) {
  if (usableAt === null) {
    return (
      <Callout tone="attention" title="このまもりでは、まだパスキーを使えません">
        アドレスが番号（IPアドレス）のためです。使えるようにするには、名前のついたアドレスで動かすよう、まもりを動かしている人に頼んでください（設定
        MAMORI_PUBLIC_URL）。
      </Callout>
    );
  }
  return (
    <Callout tone="attention" title="今開いているアドレスでは、パスキーを登録できません">
      <Link href={`${usableAt}/account`}>{usableAt}</Link> で開き直してください。
    </Callout>
  );
}
