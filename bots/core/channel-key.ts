import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';

/** What makes a channel the same one, whatever it is called. */
export type ChannelKey = Omit<ChannelAddress, 'channelName'>;

export function isSameChannel(one: ChannelKey, other: ChannelKey): boolean {
  return (
    one.platform === other.platform &&
    one.workspace === other.workspace &&
    one.channel === other.channel
  );
}
