import { handedBack, type SlackView, withIds } from './slack-blocks.js';
import type { SlackChanges } from './slack-changes.js';
import { controlsOf } from './slack-control.js';
import { type FieldValue, keptValue } from './slack-field-value.js';
import { slackId } from './slack-emulator.js';

/** Most windows on top of each other. */
const DEEPEST = 3;

/** A modal or home tab that stands before somebody. */
export interface SlackWindow {
  readonly id: string;
  readonly user: string;
  view: SlackView;
  hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** What stands in its fields, by `placeOf`. */
  values: ReadonlyMap<string, FieldValue>;
}

export type WindowOutcome = { readonly window: SlackWindow } | { readonly error: string };

/** Which windows stand before whom. `emulate` never closes one, so they are kept here. */
export class SlackWindows {
  private readonly stacks = new Map<string, SlackWindow[]>();
  private readonly homes = new Map<string, SlackWindow>();
  private hashes = 0;

  constructor(private readonly changes: SlackChanges) {}

  top(user: string): SlackWindow | undefined {
    return this.stackOf(user).at(-1);
  }

  depth(user: string): number {
    return this.stackOf(user).length;
  }

  home(user: string): SlackWindow | undefined {
    return this.homes.get(user);
  }

  find(viewId: string): SlackWindow | undefined {
    const homes = [...this.homes.values()];
    return [...this.stacks.values(), homes].flat().find(({ id }) => id === viewId);
  }

  /** What lay before somebody gives way. */
  open(user: string, view: SlackView): WindowOutcome {
    return this.lay(user, view, []);
  }

  push(user: string, view: SlackView): WindowOutcome {
    const stack = this.stackOf(user);
    if (stack.length >= DEEPEST) return { error: 'push_limit_reached' };
    return stack.length === 0 ? { error: 'not_found' } : this.lay(user, view, stack);
  }

  publish(user: string, view: SlackView, hash?: unknown): WindowOutcome {
    const standing = this.homes.get(user);
    if (standing && hash && hash !== standing.hash) return { error: 'hash_conflict' };
    const window = standing ?? this.made(user, view, []);
    this.homes.set(user, window);
    return this.renewed(window, view, 'home');
  }

  update(
    find: { id?: unknown; externalId?: unknown; hash?: unknown },
    view: SlackView,
  ): WindowOutcome {
    const window = [...this.stacks.values()]
      .flat()
      .find((one) =>
        find.id ? one.id === find.id : find.externalId && one.view.external_id === find.externalId,
      );
    if (!window) return { error: 'not_found' };
    if (find.hash && find.hash !== window.hash) return { error: 'hash_conflict' };
    return this.renewed(window, view, 'window');
  }

  /** Takes the topmost window away, or all of them; what was taken, topmost first. */
  close(user: string, all = false): readonly SlackWindow[] {
    const stack = this.stackOf(user);
    const gone = stack.splice(all ? 0 : -1).reverse();
    for (const { id } of gone) this.changes.add({ kind: 'closed', user, viewId: id });
    return gone;
  }

  fill(window: SlackWindow, place: string, value: FieldValue): void {
    window.values = new Map(window.values).set(place, value);
  }

  private lay(user: string, view: SlackView, below: SlackWindow[]): WindowOutcome {
    const window = this.made(user, view, below);
    this.stacks.set(user, [...below, window]);
    return this.renewed(window, view, 'window');
  }

  private made(user: string, view: SlackView, below: readonly SlackWindow[]): SlackWindow {
    const id = slackId('V');
    const rootId = below[0]?.id ?? id;
    const previousId = below.at(-1)?.id ?? null;
    return { id, user, view, hash: '', rootId, previousId, values: new Map() };
  }

  private renewed(window: SlackWindow, view: SlackView, kind: 'window' | 'home'): WindowOutcome {
    const blocks = withIds(view.blocks, () => slackId('b'));
    window.view = { ...view, blocks };
    window.hash = `${++this.hashes}.${window.id}`;
    window.values = new Map(
      controlsOf(blocks)
        .filter(({ element }) => element.type !== 'button' && element.type !== 'overflow')
        .map(({ blockId, actionId, element }) => {
          const place = placeOf(blockId, actionId);
          return [place, keptValue(element, window.values.get(place))];
        }),
    );
    this.changes.add({ kind, user: window.user, viewId: window.id });
    return { window };
  }

  private stackOf(user: string): SlackWindow[] {
    return this.stacks.get(user) ?? [];
  }
}

/** A window as Slack shows it to the app. */
export const windowPayload = (
  window: SlackWindow,
  teamId: string,
  app: Readonly<{ appId: string; botId: string }>,
) => {
  const values: Record<string, Record<string, FieldValue>> = {};
  for (const [place, value] of window.values) {
    const [blockId = '', actionId = ''] = place.split('\n');
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return {
    ...{ title: null, submit: null, close: null, private_metadata: '', callback_id: '' },
    ...{ external_id: '', clear_on_close: false, notify_on_close: false },
    ...(handedBack(window.view) as SlackView),
    ...{ id: window.id, team_id: teamId, hash: window.hash, state: { values: handedBack(values) } },
    ...{ root_view_id: window.rootId, previous_view_id: window.previousId },
    ...{ app_id: app.appId, bot_id: app.botId, app_installed_team_id: teamId },
  };
};

/** Where a value stands among those of its window; ids may hold spaces. */
export const placeOf = (blockId: string, actionId: string): string => `${blockId}\n${actionId}`;
