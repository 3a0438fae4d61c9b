import type { Role } from '#core/identity/role.ts';
import type { Holder } from './fixture.ts';
import type { TestPerson, World } from './world.ts';

/** Who in the world holds the role: here, in the network above, or in the whole installation. */
export function holderOf(role: Holder, { here, network, administrator }: World): TestPerson | undefined {
  if (role === 'nobody') return undefined;
  const people: Partial<Record<Role, TestPerson>> = { ...network.people, ...here.people };
  return role === 'system-administrator' ? administrator : people[role];
}
