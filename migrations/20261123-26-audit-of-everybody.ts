import { Migration } from '@mikro-orm/migrations';

/** Also written down: what admins decide, and what people do who are no host. */
export class AuditOfEverybody extends Migration {
  override up(): void {
    this.addSql('alter table audit_entry alter column host_id drop not null');
    this.addSql('alter table audit_entry drop constraint audit_entry_actor_check');
    this.addSql(`alter table audit_entry add constraint audit_entry_actor_check
      check (actor in ('host', 'attendee', 'admin', 'key', 'system'))`);
  }
}
