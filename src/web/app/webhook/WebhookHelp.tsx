import { receiverExample } from '#core/app/webhook/webhook-example.ts';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Link } from '#web/ui/Link.tsx';

// What scrolls sideways must be reachable by keyboard.
const reachable = { tabIndex: 0 };

/** What whoever makes the other system has to know. */
export function WebhookHelp() {
  return (
    <Card title="受け取る側のシステムを作る人へ">
      <div className="measure flex flex-col gap-2 text-help">
        <p>
          Standard Webhooks（知らせに署名と番号を付けて送る、公開の決まり）に沿って、JSON を POST で送ります。署名は
          webhook-id・webhook-timestamp・webhook-signature の見出しにあります。
        </p>
        <p>
          先に
          200番台で答え、仕事はそのあとでしてください。10秒で答えがないとき、200番台でないときは、3日ほどのあいだ、間を空けて送り直します。
        </p>
        <p>
          同じ知らせが2回届くことも、順番が前後することもあります。webhook-id が同じなら、同じ知らせです。詳しい内容は、
          <Link href="/api-docs">プログラムからの使い方</Link>のとおり、番号を使って読みます。
        </p>
      </div>
      <Disclosure title="署名を確かめる例（Node.js）">
        <section
          {...reachable}
          aria-label="署名を確かめる例"
          className="mb-3 overflow-x-auto rounded-8 bg-solid-gray-50 p-3"
        >
          <pre className="font-mono text-note">{receiverExample}</pre>
        </section>
        <CopyButton text={receiverExample}>例を写す</CopyButton>
      </Disclosure>
    </Card>
  );
}
