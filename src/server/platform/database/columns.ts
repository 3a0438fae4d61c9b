import type { ColumnType, JSONColumnType } from 'kysely';

/** A time that the database sets where none is given. */
export type Instant = ColumnType<Date, Date | undefined, Date>;
export type Json<T extends object | null> = JSONColumnType<T>;
