import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { FastifyInstance } from 'fastify';
import { Env } from '../../src/config/env.js';
import type { SlackSettings } from '../../src/config/slack-settings.js';
import { say } from '../../src/language/say.js';
import { Listening } from '../../src/shared/http/listening.js';
import { ActionListeners } from './listeners/action.listeners.js';
import { CommandListeners } from './listeners/command.listeners.js';
import { EventListeners } from './listeners/event.listeners.js';
import { HomeListeners } from './listeners/home.listeners.js';
import { LinkListeners } from './listeners/link.listeners.js';
import { ProfileListeners } from './listeners/profile.listeners.js';
import { ShortcutListeners } from './listeners/shortcut.listeners.js';
import { ViewListeners } from './listeners/view.listeners.js';
import { Uninstall } from './install/uninstall.js';
import { UntoldRemovalsJob } from './install/untold-removals.job.js';
import { INSTALL_PATH, InstallPages, REDIRECT_PATH } from './install/install-pages.js';
import { boltLogger } from './bolt-logger.js';
import { SlackStanding } from './slack-standing.js';

/**
 * Bolt, which receives what happens in Slack: over a connection that it opens, or as requests to the
 * product's own port. It looks nothing up before Slack is answered.
 */
@Injectable()
export class SlackApp implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SlackApp.name);
  private socket: SocketModeReceiver | null = null;

  constructor(
    private readonly env: Env,
    private readonly http: HttpAdapterHost,
    private readonly listening: Listening,
    private readonly pages: InstallPages,
    private readonly commands: CommandListeners,
    private readonly actions: ActionListeners,
    private readonly views: ViewListeners,
    private readonly events: EventListeners,
    private readonly homes: HomeListeners,
    private readonly links: LinkListeners,
    private readonly profiles: ProfileListeners,
    private readonly shortcuts: ShortcutListeners,
    private readonly uninstall: Uninstall,
    private readonly untold: UntoldRemovalsJob,
    private readonly standing: SlackStanding,
  ) {}

  async onModuleInit(): Promise<void> {
    const { slack } = this.env;
    if (!slack) return;
    if (slack.hasIdleClient) this.logger.warn(say('start:slack.idleClient'));
    const app = new App({
      receiver: await this.receiver(slack),
      // Tokens are looked up by whoever speaks, after Slack was answered.
      authorize: () => Promise.resolve({}),
      // Whose message it is, is decided by what stands in it.
      ignoreSelf: false,
      convoStore: false,
      logger: boltLogger(this.logger),
    });
    app.error((error) => {
      this.logger.error({ err: error }, 'Something in Slack could not be heeded.');
      return Promise.resolve();
    });
    const turns = [this.commands, this.actions, this.views, this.shortcuts];
    const happenings = [this.events, this.homes, this.links, this.profiles];
    for (const listeners of [...turns, ...happenings]) listeners.listen(app);
    // Nobody waits for Slack, which may be away for hours.
    this.listening.whenOpen(() => {
      void this.standing.askForBot();
      void this.connect();
    });
  }

  /** No more is heard; what was heard is still heeded. */
  async onModuleDestroy(): Promise<void> {
    await this.socket?.stop();
  }

  /** The product works without Slack, too, and Bolt goes on trying. */
  private async connect(): Promise<void> {
    await this.socket?.start().catch((error: unknown) => this.standing.connectionFailed(error));
    try {
      await this.uninstall.lookAgain();
      await this.untold.lookAtAll();
    } catch (error) {
      this.logger.warn({ err: error }, 'Who removed the app could not be looked up.');
    }
  }

  private async receiver(settings: SlackSettings): Promise<Receiver> {
    const { connection, apiUrl } = settings;
    const logger = boltLogger(this.logger);
    if (connection.kind === 'http') {
      const { signingSecret } = connection;
      const receiver = new HTTPReceiver({ signingSecret, logger });
      await this.mount(receiver, [EVENTS_ROUTE]);
      if (settings.tenancy.kind === 'many') {
        // Bolt reads the tokens itself wherever it installs, so what is heard has another receiver.
        const installing = this.pages.options(settings);
        const pages = new HTTPReceiver({ signingSecret, logger, ...installing });
        await this.mount(pages, INSTALL_ROUTES);
      }
      return receiver;
    }
    this.socket = new SocketModeReceiver({
      ...{ appToken: connection.appToken, logger },
      installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    });
    return this.socket;
  }

  /** On the product's own port. Bolt reads the body itself: its signature is over the bytes. */
  private async mount(receiver: HTTPReceiver, routes: readonly Route[]): Promise<void> {
    const server = this.http.httpAdapter.getInstance<FastifyInstance>();
    await server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
      for (const route of routes) {
        scope.route({
          ...route,
          exposeHeadRoute: false,
          handler: (request, reply) => {
            try {
              receiver.requestListener(request.raw, reply.raw);
            } catch {
              // Bolt knows its addresses to the letter, and begins with no other.
              reply.callNotFound();
              return;
            }
            reply.hijack();
          },
        });
      }
      done();
    });
  }
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly url: string;
}

const EVENTS_ROUTE: Route = { method: 'POST', url: '/slack/events' };

const INSTALL_ROUTES: readonly Route[] = [
  { method: 'GET', url: INSTALL_PATH },
  { method: 'GET', url: REDIRECT_PATH },
];
