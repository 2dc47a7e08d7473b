import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { HostRoute, HostWrite } from '../../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { invalid } from '../../shared/field-problems.js';
import { instantSchema } from '../../shared/text/instant.schema.js';
import { noteSchema } from '../../shared/text/person-text.js';
import { ProblemError } from '../../shared/problem.js';
import { isUuid } from '../../shared/text/uuid.js';
import { DAY } from '../../slots/interval.js';
import { TimeOff } from '../../calendars/time-off/time-off.service.js';
import { affecting, type Affecting } from './affected-answer.js';
import { AffectedBookings } from './affected-bookings.service.js';

const MOST_DAYS = 366;

/** The body of `POST /me/blocks`. */
export const newBlockSchema = z.strictObject({
  start: instantSchema,
  end: instantSchema,
  reason: noteSchema.nullish(),
});

type NewBlock = z.output<typeof newBlockSchema>;

export interface ShownBlock {
  readonly id: string;
  /** UTC with `Z`. */
  readonly start: string;
  readonly end: string;
  readonly reason: string | null;
}

/** A block as it is answered to whoever made it. */
export interface MadeBlock extends ShownBlock, Affecting {}

/** Time that a host took off by hand; it blocks all their calendars. */
@Controller('api/v1/me/blocks')
export class BlocksController {
  constructor(
    private readonly timeOff: TimeOff,
    private readonly affected: AffectedBookings,
    private readonly clock: Clock,
  ) {}

  /** Those that are not over, soonest first. */
  @Get()
  @HostRoute('read')
  async list(@Holder() { hostId }: KeyHolder): Promise<{ readonly blocks: readonly ShownBlock[] }> {
    const blocks = await this.timeOff.upcomingBlocks(hostId, this.clock.now());
    return {
      blocks: blocks.map(({ id, startsAt, endsAt, reason = null }) =>
        shownBlock({ id, start: startsAt.getTime(), end: endsAt.getTime(), reason }),
      ),
    };
  }

  @Post()
  @HostWrite()
  @HttpCode(201)
  async add(
    @Holder() { hostId }: KeyHolder,
    @Body({ schema: newBlockSchema }) { start, end, reason }: NewBlock,
  ): Promise<MadeBlock> {
    const problem = spanProblem(start, end);
    if (problem) throw new ProblemError(invalid([{ pointer: '#/end', detail: problem }]));
    const text = reason ? reason : null;
    const [id = ''] = await this.timeOff.block(hostId, [{ start, end }], text);
    const affected = await this.affected.ofBlocks(hostId, [{ start, end }]);
    return { ...shownBlock({ id, start, end, reason: text }), ...affecting(affected) };
  }

  @Delete(':block')
  @HostWrite()
  @HttpCode(204)
  async remove(@Holder() { hostId }: KeyHolder, @Param('block') id: string): Promise<void> {
    const isRemoved = isUuid(id) && (await this.timeOff.unblock(hostId, id));
    if (!isRemoved) throw new ProblemError({ name: 'not-found', detail: say('problems:noBlock') });
  }
}

function spanProblem(start: number, end: number): string | null {
  if (end <= start) return say('problems:field.rangeOrder');
  return end - start > MOST_DAYS * DAY
    ? say('problems:field.rangeLength', { most: MOST_DAYS })
    : null;
}

interface BlockFacts {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly reason: string | null;
}

const shownBlock = ({ start, end, ...more }: BlockFacts): ShownBlock => ({
  ...more,
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});
