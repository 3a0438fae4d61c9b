import type { ComponentType } from 'react';

export type LoadPart<Props> = () => Promise<ComponentType<Props>>;

const parts = new WeakMap<object, unknown>();

/** A part that was loaded before. */
export function loadedPart<Props>(load: LoadPart<Props>): ComponentType<Props> | undefined {
  return parts.get(load) as ComponentType<Props> | undefined;
}

export async function loadPart<Props>(load: LoadPart<Props>): Promise<ComponentType<Props>> {
  const part = await load();
  parts.set(load, part);
  return part;
}

/** Time in ms after which a page is taken to have drawn itself. */
const drawn = 2_000;

/** A part to have before it is opened, so that it also opens when the connection is cut by then. */
export function ahead<Props>(load: LoadPart<Props>): LoadPart<Props> {
  setTimeout(() => loadPart(load).catch(() => undefined), drawn);
  return load;
}
