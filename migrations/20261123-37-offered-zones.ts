import { Migration } from '@mikro-orm/migrations';

/** The zone that a host who seemed to travel was asked about, and when. */
export class OfferedZones extends Migration {
  override up(): void {
    this.addSql(`alter table chat_identity
       add column offered_zone text,
       add column offered_zone_at timestamptz,
       add check ((offered_zone is null) = (offered_zone_at is null))`);
  }
}
