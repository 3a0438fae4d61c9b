import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { unbroken } from '#web/ui/unbroken.ts';

/** The way to the network flow where none of its questions is answered. */
export function NetworkInvitation() {
  return (
    <div data-print="hide">
      <Card title="院内ネットワークの段階も調べられます" aside="12問、およそ5分">
        <p className="measure mb-3">
          {unbroken(
            '外とのつなぎ目、USBなどの媒体、院内の区切りについて答えると、レベル0〜3のどこにいるかが分かります。',
          )}
        </p>
        <ButtonLink href="/self-check/network">ネットワークの設問に答える</ButtonLink>
      </Card>
    </div>
  );
}
