/** Names with their values, as 「対象：全般　国の目標：令和9年度」: a line breaks between the pairs, not within one. */
export function Pairs({ words }: { readonly words: string }) {
  return words.split('　').map((pair, place) => (
    <span key={pair}>
      {place > 0 && '　'}
      <span className="inline-block">{pair}</span>
    </span>
  ));
}
