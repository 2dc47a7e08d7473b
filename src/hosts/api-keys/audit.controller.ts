import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type AuditEntry, Audit } from '../../audit/audit.service.js';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { nextPage, pageLimitSchema } from '../../shared/paging.js';
import { HostRoute } from './host-route.js';
import { Holder, type KeyHolder } from './key-holder.js';

/** `?cursor&limit`. The place in the list is the number of the last entry seen. */
export const auditQuerySchema = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .optional(),
  limit: pageLimitSchema,
});

type AuditQuery = z.output<typeof auditQuerySchema>;

/** An entry as JSON has it: `at` in UTC with `Z`. */
export type ShownAuditEntry = Omit<AuditEntry, 'at'> & { readonly at: string };

/** Who did what and when, for the host whose things they are. */
@Controller('api/v1/me/audit')
@HostRoute('read')
export class AuditController {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly env: Env,
  ) {}

  /** Newest first. */
  @Get()
  async list(
    @Holder() { hostId }: KeyHolder,
    @Query({ schema: auditQuerySchema }) { cursor, limit }: AuditQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly entries: readonly ShownAuditEntry[]; readonly nextCursor: string | null }> {
    const found = await this.database.read((entities) =>
      this.audit.ofHost(entities, { hostId, below: cursor ?? null, limit: limit + 1 }),
    );
    const entries = found.slice(0, limit);
    const last = found.length > limit ? entries.at(-1) : undefined;
    const nextCursor = last ? String(last.number) : null;
    const query = { limit: String(limit) };
    nextPage(reply, { path: '/api/v1/me/audit', query, nextCursor, env: this.env });
    return { entries: entries.map(shownEntry), nextCursor };
  }
}

const shownEntry = ({ at, ...entry }: AuditEntry): ShownAuditEntry => ({
  ...entry,
  at: at.toISOString(),
});
