/** Where the database is, for those who open connections of their own beside MikroORM's pool. */
export class DatabaseAddress {
  /** `postgres://user:password@host:port/name`; stays the same while the product runs. */
  constructor(readonly url: string) {}
}
