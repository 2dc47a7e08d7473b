import type { TeamCall, TeamMethod } from './slack-api.js';
import type { SlackView } from './slack-blocks.js';
import type { SlackAnswer } from './slack-emulator.js';
import { windowPayload, type WindowOutcome } from './slack-windows.js';

export const viewMethods: Readonly<Record<string, TeamMethod>> = {
  'views.open': (call) => byTrigger(call, 'open'),
  'views.push': (call) => byTrigger(call, 'push'),
  'views.update': (call) => {
    const { view_id, external_id, hash } = call.body;
    return shown(call, 'modal', (view) =>
      call.team.windows.update({ id: view_id, externalId: external_id, hash }, view),
    );
  },
  'views.publish': (call) => {
    const user = call.team.people.find(call.body['user_id']);
    if (!user) return Promise.resolve({ ok: false, error: 'user_not_found' });
    return shown(call, 'home', (view) =>
      call.team.windows.publish(user.id, view, call.body['hash']),
    );
  },
};

function byTrigger(call: TeamCall, how: 'open' | 'push'): Promise<SlackAnswer> {
  const trigger = call.cloud.triggers.use(call.body['trigger_id']);
  if ('error' in trigger) return Promise.resolve({ ok: false, error: trigger.error });
  return shown(call, 'modal', (view) => call.team.windows[how](trigger.user, view));
}

function shown(
  { cloud, team, body }: TeamCall,
  type: SlackView['type'],
  show: (view: SlackView) => WindowOutcome,
): Promise<SlackAnswer> {
  const view = body['view'] as SlackView | undefined;
  if (view?.type !== type || !Array.isArray(view.blocks)) {
    return Promise.resolve({ ok: false, error: 'invalid_arguments' });
  }
  const refusal = cloud.refusal(view);
  if (refusal) return Promise.resolve(refusal);
  const outcome = show(view);
  return Promise.resolve(
    'error' in outcome
      ? { ok: false, error: outcome.error }
      : { ok: true, view: windowPayload(outcome.window, team.id, team.app) },
  );
}
