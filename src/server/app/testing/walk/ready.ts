import type { Endpoint } from '../../../platform/http/endpoints.ts';
import type { Fixture } from '../fixture.ts';
import type { Call } from '../request.ts';
import type { TestServer } from '../test-server.ts';
import type { TestPerson, World } from '../world.ts';

/** An endpoint made ready to be called: the world it stands in, the call, and who may make it. */
export type Ready = {
  readonly server: TestServer;
  /** Where the world goes on being made ready, if not on the server that is asked. */
  readonly ground?: TestServer;
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly fixture: Fixture;
  readonly call: Call;
  readonly person: TestPerson | undefined;
};
