import { consolePerson } from '../../bots/console/console-person.js';
import { ConsolePlatform } from '../../bots/console/console.platform.js';
import { ConsoleScreen } from '../../bots/console/console-screen.js';
import type { Message } from '../../bots/core/message.js';
import { testEnv } from '../db/test-env.js';
import { FakePlatform } from '../fakes/fake-platform.js';
import { chatPlatformContract } from './chat-platform.contract.js';

chatPlatformContract('the console', () => {
  const screen = new ConsoleScreen();
  let text = '';
  screen.writeTo((block) => (text += block));
  const platform = new ConsolePlatform(
    screen,
    testEnv('postgres://localhost/none', { CONSOLE: '1' }),
  );
  return { platform, asker: consolePerson('ada'), shown: () => text };
});

chatPlatformContract('the fake', () => {
  const platform = new FakePlatform();
  const all = (): Message[] => [
    ...[...platform.messages.values()].flatMap(({ message, replies }) => [message, ...replies]),
    ...platform.told.map(({ message }) => message),
  ];
  return { platform, asker: consolePerson('ada'), shown: () => JSON.stringify(all()) };
});
