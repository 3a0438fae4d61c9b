declare module '*/lock.mjs' {
  export type Holder = { readonly pid: number; readonly what: string; readonly since: string };
  export type Lock = { release(): void; lend(pid: number): void };
  export function holderOf(folder: string, options?: { except?: string }): Holder | undefined;
  export function takeLock(
    folder: string,
    what: string,
    options?: { patience?: number; onWait?: (holder: Holder) => void },
  ): Promise<{ readonly lock: Lock } | { readonly holder: Holder }>;
}

declare module '*/machine.mjs' {
  export type Machine = { readonly os: string; readonly cpu: string; readonly libc?: string };
  export function thisMachine(): Machine;
}

declare module '*/install.mjs' {
  type Machine = { readonly os: string; readonly cpu: string; readonly libc?: string };
  export function neededPackages(packages: Record<string, object>, machine: Machine): string[];
  export function missingPackages(root: string, machine?: Machine): string[];
}

declare module '*/build.mjs' {
  export function inputsHash(root: string): string;
  export function isBuilt(root: string): boolean;
}
