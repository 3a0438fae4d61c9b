import { textTable } from '../../assessment/index.ts';
import type { SignInLink } from './sign-in-links.ts';

const headLines = 2;

/** The links as a table for the terminal, each under its own row so that no line is broken. */
export function linkTable(links: readonly SignInLink[], origin: string): string {
  const rows = links.map(({ role, name, facility }) => [role, name, facility]);
  const lines = textTable(['役割', '名前', '施設'], rows, []).split('\n');
  const withLinks = lines.slice(headLines).flatMap((line, index) => [line, `    ${origin}${links[index]?.path ?? ''}`]);
  return [...lines.slice(0, headLines), ...withLinks].join('\n');
}
