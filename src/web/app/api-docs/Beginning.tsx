import type { ReactNode } from 'react';
import { Card } from '../../ui/Card.tsx';

const code = (text: ReactNode) => <code className="rounded-4 bg-solid-gray-50 px-1 font-mono text-help">{text}</code>;

/** How to begin: the key, the address, what the examples leave to fill in. */
export function Beginning() {
  return (
    <Card title="はじめに">
      <ol className="measure list-decimal pl-6">
        <li>施設のメニューの「アクセスキー」で、キーを作ります。許す操作は、要るものだけを選びます。</li>
        <li>
          呼び出すたびに {code('Authorization: Bearer mamori_…')} というヘッダを付けます。アドレスは{' '}
          {code(`${location.origin}/api/v1`)} で始まります。
        </li>
        <li>
          例の {code('ACCESS_KEY')} と {code('FACILITY_ID')}{' '}
          のような大きな文字は、自分のものに置き換えます。施設のIDは、画面のアドレスの {code('/facilities/')}{' '}
          の後ろにあります。アドレスに書く日本語（ファイルの名前など）は、{code('%E8%A6%8F')}{' '}
          のような形（URLエンコード）にします。
        </li>
        <li>
          断られたときは、番号と {code('code')}、日本語の {code('message')} が返ります。回数が多すぎると 429
          が返るので、{code('Retry-After')} の秒数だけ待ってください。
        </li>
      </ol>
      <p className="mt-3 text-help">
        機械で読む形は{' '}
        <a href="/api/v1/openapi.json" className="rounded-4 text-blue-900 underline underline-offset-4">
          openapi.json
        </a>
        （OpenAPI 3.1）です。
      </p>
    </Card>
  );
}
