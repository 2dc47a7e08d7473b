import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../shared/http/public-route.js';
import { BookingDoor } from '../manage/booking-door.service.js';
import { bookingFacts } from '../manage/booking-facts.js';
import { BookingStories } from '../manage/booking-story.service.js';
import { type PageAnswer, redirect, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { DoneView } from '../views/done.view.js';
import { manageLink } from '../views/page-links.js';
import { embedOf, framed } from './framed.js';

/** Where booking ends in a frame: facts only, since any button there could be pressed by deceit. */
@Controller('b/:uid/done')
@Public()
export class DonePageController {
  constructor(
    private readonly door: BookingDoor,
    private readonly stories: BookingStories,
    private readonly shell: PageShell,
  ) {}

  @Get()
  async show(
    @Param('uid') uid: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.answer(uid, query, request);
    await sendAnswer(request, reply, answer);
  }

  private async answer(
    uid: string,
    query: Record<string, unknown>,
    request: FastifyRequest,
  ): Promise<PageAnswer> {
    const open = await this.door.open(uid, query, request);
    const { booking, configuration, place } = open;
    const embed = embedOf(request);
    if (embed === undefined) return redirect(302, manageLink(place));
    const view = DoneView({
      shell: this.shell.of({ ...place.carried, embed }, configuration),
      status: booking.status,
      ...bookingFacts(open, await this.stories.of(open), false),
    });
    return framed(shown(view), request, configuration.settings);
  }
}
