/** Names with their values, as 「対象：全般　国の目標：令和9年度」: a line breaks between the pairs, not within one. */
export function Pairs({ words }: { readonly words: string }) {
  const pairs = words.split('　');
  return pairs.map((pair, place) => (
    <span key={pair} className="inline-block">
      {pair}
      {place < pairs.length - 1 && '　'}
    </span>
  ));
}
