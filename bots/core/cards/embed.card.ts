import { embedSnippet } from '../../../src/calendars/links/embed-snippet.js';
import { embedSitesSetting } from '../../../src/calendars/settings/embed-sites-setting.js';
import { meetingWith } from '../../../src/language/meeting-words.js';
import { say } from '../../../src/language/say.js';
import type { Message } from '../message.js';
import type { CalendarCardFacts } from './calendar.card.js';

/** The snippet for a host's own site. `publicUrl` is where its script is. */
export function embedCard(
  { configuration, link }: Pick<CalendarCardFacts, 'configuration' | 'link'>,
  publicUrl: string,
): Message {
  const { host, settings } = configuration;
  const words = meetingWith(settings.title, host.name);
  const sites = embedSitesSetting.describe(settings.embedSites);
  return {
    lines: [
      [say('commands:embed.how')],
      [say('commands:embed.button')],
      [say('commands:embed.sites', { sites })],
      ...(link.isLoopback ? [[say('calendar:loopbackLink')]] : []),
    ],
    code: embedSnippet({ url: link.url, publicUrl, words }),
  };
}
