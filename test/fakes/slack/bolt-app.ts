import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { App, LogLevel } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { SlackWorkspace } from './slack-workspace.js';

/** A small app with a window, by which the stand-in shows that it is what Bolt expects of Slack. */
export async function startBoltApp(
  slack: SlackWorkspace,
  mode: 'http' | 'socket',
  channel: string,
): Promise<App> {
  const app = new App({
    token: slack.app.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.environment['SLACK_API_URL'] ?? '' },
    ...(mode === 'socket'
      ? { socketMode: true, appToken: slack.appToken }
      : { signingSecret: slack.signingSecret }),
  });
  app.command('/order', async ({ ack, command, client }) => {
    await ack();
    const text = `You said ${command.text}`;
    if (command.text !== '') await client.chat.postMessage({ channel: command.user_id, text });
    else
      await client.views.open({
        trigger_id: command.trigger_id,
        view: order('Tea', ['Green', 'Black']),
      });
  });
  app.action('drink', async ({ ack, body, client, action }) => {
    await ack();
    const isTea = action.type === 'static_select' && action.selected_option.value === 'Tea';
    const view = isTea ? order('Tea', ['Green', 'Black']) : order('Coffee', ['Flat', 'Long']);
    if (body.type !== 'block_actions' || !body.view) return;
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
  app.view('order', async ({ ack, view, client, body }) => {
    const name = view.state.values['name']?.['name']?.value ?? '';
    if (name === 'Nobody') return ack({ response_action: 'errors', errors: { name: 'Who?' } });
    const text = { type: 'plain_text', text: 'Ordering…' } as const;
    const title = { type: 'plain_text', text: 'Order' } as const;
    const waiting: ModalView = { type: 'modal', title, blocks: [{ type: 'section', text }] };
    await ack({ response_action: 'update', view: waiting });
    const done = { ...text, text: `Thank you, ${name}.` };
    await client.views.update({
      view_id: view.id,
      view: { ...waiting, blocks: [{ type: 'section', text: done }] },
    });
    await client.chat.postMessage({
      channel,
      text: `${body.user.name} ordered`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `<@${body.user.id}> ordered.` } },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'done', text: { ...text, text: 'Done' } }],
        },
      ],
    });
  });
  app.action('done', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'It is done.' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const text = { type: 'plain_text', text: 'Welcome home' } as const;
    const blocks = [{ type: 'header', text }] as const;
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [...blocks] },
    });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say(`I heard ${message.text ?? ''}`);
  });
  app.event('link_shared', async ({ event, client }) => {
    const { channel, message_ts: ts } = event;
    const text = { type: 'mrkdwn', text: 'A preview' } as const;
    const unfurls = Object.fromEntries(
      event.links.map(({ url }) => [url, { blocks: [{ type: 'section', text }] }]),
    );
    await client.chat.unfurl({ channel, ts, unfurls });
  });
  const server = (await app.start(0)) as Server | undefined;
  if (mode === 'socket') slack.reachesAppBySocket();
  else {
    const { port } = server?.address() as AddressInfo;
    slack.reachesAppAt(`http://127.0.0.1:${port}/slack/events`);
  }
  return app;
}

const order = (drink: string, kinds: readonly string[]): ModalView => {
  const plain = (text: string) => ({ type: 'plain_text', text }) as const;
  const option = (value: string) => ({ text: plain(value), value });
  return {
    ...{ type: 'modal', callback_id: 'order', title: plain('Order'), submit: plain('Order') },
    blocks: [
      {
        ...{ type: 'input', block_id: 'drink', label: plain('Drink'), dispatch_action: true },
        element: {
          ...{ type: 'static_select', action_id: 'drink' },
          ...{ options: ['Tea', 'Coffee'].map(option), initial_option: option(drink) },
        },
      },
      {
        ...{ type: 'input', block_id: `kind of ${drink}`, label: plain('Kind') },
        element: { type: 'static_select', action_id: 'kind', options: kinds.map(option) },
      },
      {
        ...{ type: 'input', block_id: 'name', label: plain('Name') },
        element: { type: 'plain_text_input', action_id: 'name' },
      },
    ],
  };
};
