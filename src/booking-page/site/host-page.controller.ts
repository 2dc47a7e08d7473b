import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CalendarConfiguration, linkPath } from '../../calendars/calendar-configuration.js';
import { offeredDurations } from '../../calendars/settings/duration-setting.js';
import { say } from '../../language/say.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { HostDoor } from './host-door.service.js';
import { type PageAnswer, redirect, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { HomeView } from '../views/site/home.view.js';
import { type HostLink, HostLinksView } from '../views/site/host-links.view.js';

/** What can be booked with a host, and with the only host of a server. */
@Controller()
@Public()
export class HostPageController {
  constructor(
    private readonly door: HostDoor,
    private readonly shell: PageShell,
  ) {}

  /** Who calls at a server of one host means that host. */
  @Get()
  @RateLimited('slots')
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const handle = await this.door.onlyHost();
    const answer =
      handle === null
        ? shown(HomeView({ shell: this.shell.of() }))
        : redirect(302, `/${handle}${queryOf(request)}`);
    await sendAnswer(request, reply, answer);
  }

  @Get(':host')
  @RateLimited('slots')
  async show(
    @Param('host') handle: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendAnswer(request, reply, await this.links(handle, request));
  }

  private async links(handle: string, request: FastifyRequest): Promise<PageAnswer> {
    const found = await this.door.find(handle);
    if (!found) throw new ProblemError({ name: 'not-found', detail: say('problems:notFound') });
    const [first, ...others] = found.calendars;
    if (first && others.length === 0) return redirect(302, `${linkPath(first)}${queryOf(request)}`);
    const links = found.calendars.map(hostLink);
    return shown(HostLinksView({ shell: this.shell.of(), hostName: found.hostName, links }));
  }
}

const queryOf = ({ url }: FastifyRequest): string => /\?.*$/s.exec(url)?.[0] ?? '';

function hostLink(configuration: CalendarConfiguration): HostLink {
  const { title, description } = configuration.settings;
  return {
    ...{ href: linkPath(configuration), title },
    durationsMinutes: offeredDurations(configuration.settings),
    description: description === '' ? undefined : description,
  };
}
