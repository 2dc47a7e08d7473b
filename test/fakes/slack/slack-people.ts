import { DateTime } from 'luxon';
import type { JsonObject } from './slack-blocks.js';

/** What Slack knows about somebody. */
export interface PersonFacts {
  readonly email?: string;
  /** IANA name. */
  readonly tz?: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  /** A guest of many channels, or of one. */
  readonly guest?: 'multi-channel' | 'single-channel';
  readonly isBot?: boolean;
  readonly isDeleted?: boolean;
  /** The organisation of somebody who is here through a shared channel. */
  readonly otherTeam?: string;
  readonly displayName?: string;
}

export interface KnownPerson {
  readonly id: string;
  /** Under which `emulate` knows them. */
  readonly seat: string;
  readonly name: string;
  facts: PersonFacts;
}

/** The team that is asked about somebody, with the organisation that it belongs to. */
interface OwnTeam {
  readonly id: string;
  readonly enterprise: { readonly id: string } | null;
}

/** Who is in a team. `emulate` takes in nobody later, so people take the seats that it began with. */
export class SlackPeople {
  private readonly known = new Map<string, KnownPerson>();

  constructor(private readonly free: { readonly id: string; readonly seat: string }[]) {}

  take(name: string, facts: PersonFacts): KnownPerson {
    const seat = this.free.shift();
    if (!seat) throw new Error('All seats of this team are taken.');
    const person = { ...seat, name, facts };
    this.known.set(person.id, person);
    return person;
  }

  get all(): readonly KnownPerson[] {
    return [...this.known.values()];
  }

  find(idOrName: unknown): KnownPerson | undefined {
    return this.all.find(({ id, name }) => id === idOrName || name === idOrName);
  }

  /** As `users.info` tells it; the address only where the app may read it. */
  profile(person: KnownPerson, team: OwnTeam, withEmail: boolean): JsonObject {
    const { id, name, facts } = person;
    const { id: teamId, enterprise } = team;
    const tz = facts.tz ?? 'Europe/Berlin';
    const offset = DateTime.fromMillis(Date.now(), { zone: tz }).offset * 60;
    const names = { real_name: name, real_name_normalized: name };
    const shown = facts.displayName ?? '';
    return {
      ...{ id, team_id: facts.otherTeam ?? teamId, name: handleOf(name), real_name: name },
      ...{ deleted: facts.isDeleted ?? false, tz, tz_label: tz, tz_offset: offset },
      ...{ is_admin: facts.isAdmin ?? false, is_owner: facts.isOwner ?? false },
      ...{ is_primary_owner: false, is_bot: facts.isBot ?? false, is_app_user: false },
      is_restricted: facts.guest !== undefined,
      is_ultra_restricted: facts.guest === 'single-channel',
      // Whoever shares a channel with the app is none, and nobody else can reach it.
      ...(facts.otherTeam && { is_stranger: false }),
      ...(enterprise &&
        !facts.otherTeam && {
          enterprise_user: { id, enterprise_id: enterprise.id, teams: [teamId] },
        }),
      profile: {
        ...{ ...names, display_name: shown, display_name_normalized: shown, team: teamId },
        ...(withEmail && facts.email && { email: facts.email }),
      },
    };
  }
}

/** `Ada Lovelace` is `ada.lovelace` where Slack has room for one word. */
export const handleOf = (name: string): string => name.toLowerCase().replace(/\s+/g, '.');
