import { Callout } from '#web/ui/Callout.tsx';

/** Says that this installation sends nothing, and whom to tell what. */
export function SendingOff() {
  return (
    <Callout tone="attention" title="このまもりからは、まだ送れません">
      まもりを動かしている担当者に、「送ってよい宛先を MAMORI_WEBHOOK_HOSTS
      に設定してほしい」と伝えてください。院内の機器に誤って送らないよう、はじめは、どこにも送りません。
    </Callout>
  );
}
