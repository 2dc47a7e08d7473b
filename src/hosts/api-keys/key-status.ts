import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { say } from '../../language/say.js';
import { type StatusAsker, StatusBoard } from '../../shared/status-board.js';

/** Tells how many keys of hosts in a workspace work. */
@Injectable()
export class KeyStatus implements OnModuleInit {
  constructor(
    private readonly board: StatusBoard,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.board.serve('keys', async (asker) => [
      say('status:keys', { count: await this.of(asker) }),
    ]);
  }

  private async of({ platform, workspace }: StatusAsker): Promise<number> {
    const [row] = await this.database.read((entities) =>
      entities.execute<{ count: number }[]>(COUNT, [platform, workspace]),
    );
    return row?.count ?? 0;
  }
}

const COUNT = `
  select count(*)::int as count from api_key k
   where k.revoked_at is null and exists (
     select from chat_identity i
      where i.host_id = k.host_id and i.platform = ? and i.workspace = ?)`;
