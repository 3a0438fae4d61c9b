import { Tag } from '../ui/Tag.tsx';

const isDemo = document.querySelector('meta[name="mamori-demo"]') !== null;

/** Says on every page that the region is made up; nothing where it is not. */
export function DemoMark() {
  return isDemo ? <Tag>架空の地域（お試し）</Tag> : null;
}
