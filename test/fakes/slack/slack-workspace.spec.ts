import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import { startBoltApp } from './bolt-app.js';
import type { SlackChannel } from './slack-channel.js';
import type { SlackPerson } from './slack-person.js';
import { SlackWorkspace } from './slack-workspace.js';

describe.each(['http', 'socket'] as const)('a workspace that a Bolt app serves by %s', (mode) => {
  let slack: SlackWorkspace;
  let app: App;
  let ada: SlackPerson;
  let sales: SlackChannel;

  beforeAll(async () => {
    slack = await SlackWorkspace.start();
    ada = slack.person('Ada Lovelace', { tz: 'America/New_York', email: 'ada@example.com' });
    sales = await slack.channel('sales', { members: [ada] });
    app = await startBoltApp(slack, mode, sales.id);
  });

  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });

  it('opens the window of a command, and refuses what Slack would not hand in', async () => {
    const { how, window } = await ada.command('/order', { channel: sales });
    expect(how).toBe('window');
    expect(window?.fields.map(({ label, value }) => [label, value])).toEqual([
      ['Drink', 'Tea'],
      ['Kind', ''],
      ['Name', ''],
    ]);
    await expect(ada.submit()).rejects.toThrow('Kind: Please complete this required field.');
    await expect(ada.choose('Kind', 'Flat')).rejects.toThrow('does not offer “Flat”');
    await expect(ada.press('Pay')).rejects.toThrow('No button “Pay”');
  });

  it('hears of a live field, and keeps what was typed into fields that stay', async () => {
    await ada.fill({ Name: 'Nobody', Drink: 'Coffee' });
    const [drink, kind, name] = ada.modal().fields;
    expect([drink?.value, kind?.value, name?.value]).toEqual(['Coffee', '', 'Nobody']);
    expect(kind?.options).toEqual(['Flat', 'Long']);
  });

  it('shows errors by label, then what comes after the wait', async () => {
    await ada.choose('Kind', 'Flat');
    expect((await ada.submit()).errors).toEqual({ Name: 'Who?' });
    await ada.fill({ Name: 'Ada' });
    const { how, text } = await ada.submit();
    expect({ how, text }).toEqual({ how: 'window', text: 'Order\nThank you, Ada.' });
    await ada.close();
    expect(ada.hasModal).toBe(false);
  });

  it('lets a message in a channel be pressed, and replaced by its response_url', async () => {
    const card = await sales.message('@Ada Lovelace ordered.');
    expect(card.notice).toBe('ada.lovelace ordered');
    const { how, text } = await ada.press('Done', { in: card });
    expect({ how, text }).toEqual({ how: 'edited', text: 'It is done.' });
    await expect(ada.press('Done', { in: card })).rejects.toThrow('No button “Done”');
  });

  it('carries direct messages, the home tab, escaped commands and previews', async () => {
    expect((await ada.dm('book <now>')).text).toBe('I heard book <now>');
    expect((await ada.openHome()).text).toBe('Welcome home');
    expect((await ada.command('/order with @Ada Lovelace')).text).toBe(
      'You said with @Ada Lovelace',
    );
    expect((await ada.shares('https://example.com/a?b&c', sales)).text).toBe('A preview');
  });
});
