import type { EntityManager } from '@mikro-orm/postgresql'

/** Runs one piece of work on an entity manager of its own; what the driver throws comes out as the ports promise. */
export type Ask = <T>(work: (em: EntityManager) => Promise<T>) => Promise<T>
