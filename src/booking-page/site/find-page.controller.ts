import { Body, Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindLinks } from '../../notifications/mail/find-links.service.js';
import { MailOut } from '../../notifications/mail/delivery/mail-out.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { checkedEmail } from '../details/checked-details.js';
import { type FindForm, findFormSchema } from '../form.schema.js';
import { OwnFormGuard } from '../own-form.guard.js';
import { type PageAnswer, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { FindView } from '../views/site/find.view.js';
import { MessageView } from '../views/message.view.js';

/** Mails a person the links of their bookings again, and tells nobody else whether there are any. */
@Controller('b/find')
@Public()
@UseGuards(OwnFormGuard)
export class FindPageController {
  constructor(
    private readonly findLinks: FindLinks,
    private readonly mailOut: MailOut,
    private readonly shell: PageShell,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = FindView({ shell: this.shell.of(), email: '', problems: [] });
    await sendAnswer(
      request,
      reply,
      this.mailOut.isSending ? shown(view) : this.message('no-mail'),
    );
  }

  @Post()
  @RateLimited('findLinks')
  async send(
    @Body({ schema: findFormSchema }) form: FindForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendAnswer(request, reply, await this.answer(form));
  }

  private async answer({ email }: FindForm): Promise<PageAnswer> {
    if (!this.mailOut.isSending) return this.message('no-mail');
    const address = checkedEmail(email);
    if (!address.ok) {
      const { problem: problems } = address;
      return shown(FindView({ shell: this.shell.of(), email, problems }), 422);
    }
    await this.findLinks.ask(address.value);
    return this.message('sent');
  }

  private message(what: 'sent' | 'no-mail'): PageAnswer {
    const message = { kind: `find-${what}` } as const;
    return shown(MessageView({ shell: this.shell.of(), message }));
  }
}
