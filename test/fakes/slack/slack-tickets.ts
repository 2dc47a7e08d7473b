import { randomBytes } from 'node:crypto';

/** Each lets one connection of Socket Mode in. */
export class SlackTickets {
  private readonly open = new Set<string>();

  issue(): string {
    const ticket = randomBytes(12).toString('hex');
    this.open.add(ticket);
    return ticket;
  }

  take(ticket: string | null): boolean {
    return this.open.delete(ticket ?? '');
  }
}
