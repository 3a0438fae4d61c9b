const corporation = /^[^\s]{0,8}?(法人(社団|財団)?|株式会社|有限会社|合同会社)/;
const association = /(会|財団|社団|機構|組合|会社)$/;

/**
 * A facility's own name, without the corporation that runs it: 「医療法人社団　慈藻会　平松記念病院」 is 「平松記念病院」.
 * Lists are sorted by it and a search finds it first. A name of one piece loses no more than the kind of corporation.
 */
export function ownName(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first = '', ...rest] = words;
  if (!corporation.test(first)) return words.join(' ');
  if (rest.length === 0) return first.replace(corporation, '') || first;
  const start = rest.findIndex((word, index) => index === rest.length - 1 || !association.test(word));
  return rest.slice(start).join(' ');
}
