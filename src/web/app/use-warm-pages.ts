import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Time in ms after which the first page is taken to have drawn itself. */
const drawn = 3_000;
const facilityPages = '/signed-in/facilities/$facilityId/';

/** Brings the other pages of the facility, so that one opened while the connection is cut can say so in its place. */
export function useWarmPages(): void {
  const router = useRouter();
  useEffect(() => {
    const bring = () => {
      const pages = Object.values(router.routesById).filter(({ id }) => id.startsWith(facilityPages));
      for (const page of pages) router.loadRouteChunk(page)?.catch(() => undefined);
    };
    const soon = setTimeout(bring, drawn);
    return () => clearTimeout(soon);
  }, [router]);
}
