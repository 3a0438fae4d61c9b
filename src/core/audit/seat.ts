import { z } from 'zod';

/** The id of an area of a sheet. */
export const areaId = z.string().max(20);

/** One of those who audit, and the areas the person has; one of them leads. */
export const seatSchema = z.object({ personId: z.uuid(), lead: z.boolean(), areas: z.array(areaId).max(40) });
