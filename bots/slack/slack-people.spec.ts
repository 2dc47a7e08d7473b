import { describe, expect, it } from '@jest/globals';
import { isFullMember } from './slack-people.js';

describe('a full member', () => {
  it.each([
    ['of the team', { team_id: 'T1' }, true],
    ['of the organisation', { team_id: 'T2', enterprise_user: { enterprise_id: 'T1' } }, true],
    ['of several teams', { team_id: 'T2', enterprise_user: { teams: ['T3', 'T1'] } }, true],
    ['from outside who shares a channel', { team_id: 'T2', is_stranger: false }, false],
    ['a guest', { team_id: 'T1', is_restricted: true }, false],
    ['a guest of one channel', { team_id: 'T1', is_ultra_restricted: true }, false],
    ['a program', { team_id: 'T1', is_bot: true }, false],
    ['who left', { team_id: 'T1', deleted: true }, false],
  ])('%s', (_who, user, expected) => {
    expect(isFullMember({ id: 'U1', ...user }, 'T1')).toBe(expected);
  });
});
