import type { RunSummaryView } from '#web/sheet/index.ts';

type Begun = Pick<RunSummaryView, 'status' | 'answered' | 'items' | 'toConfirm'>;

export type NetworkHintWords = {
  readonly words: string;
  /** Beside the title: how long it takes, or how far it has come. */
  readonly aside: string;
  readonly act: string;
  readonly to: 'runs' | 'run' | 'result';
};

const gives = 'レベル0〜3のどこにいるかと、次の段階への手順が、ここに出ます。';

/** What is to be done until the network level stands here, from how far this year's network run has come. */
export function networkHint(begun: Begun | undefined): NetworkHintWords {
  if (!begun) {
    return {
      words: `今年度の段階はまだ調べていません。外とのつなぎ目、USBなどの媒体、院内の区切りについて答えて提出すると、${gives}`,
      aside: '12問、およそ5分',
      act: 'ネットワークの点検を始める',
      to: 'runs',
    };
  }
  const aside = `${begun.answered - begun.toConfirm} / ${begun.items}問`;
  if (begun.status === 'submitted') {
    const words = '今年度のネットワークの点検は提出済みです。段階と次の段階への手順は、その結果で見られます。';
    return { words, aside, act: 'ネットワークの結果を見る', to: 'result' };
  }
  return { ...whileOpen(begun), aside, to: 'run' };
}

function whileOpen({ answered, items, toConfirm }: Begun): Pick<NetworkHintWords, 'words' | 'act'> {
  if (answered === 0) {
    const words = `ネットワークの点検は始まっていますが、まだ一つも答えていません。${items}問に答えて提出すると、${gives}`;
    return { words, act: 'ネットワークの点検に答える' };
  }
  if (answered < items) {
    const words = `${items}問のうち${answered}問に答えました。残り${items - answered}問に答えて提出すると、${gives}`;
    return { words, act: '続きから答える' };
  }
  if (toConfirm > 0) {
    const words = `${items}問すべてに答えがあります。前回から引き継いだ${toConfirm}問を確かめて提出すると、${gives}`;
    return { words, act: '引き継いだ答えを確かめる' };
  }
  const words = `${items}問すべてに答えましたが、まだ提出していません。提出すると、${gives}`;
  return { words, act: '提出に進む' };
}
