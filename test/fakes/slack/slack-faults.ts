/** What a call of the Web API runs into. */
export interface SlackFault {
  /** Milliseconds before anything is done. */
  readonly latency?: number;
  /** An answer like 500, with nothing done. */
  readonly status?: number;
  /** An error code of Slack's, with nothing done. */
  readonly error?: string;
  /** 429 with these seconds in `Retry-After`, with nothing done. */
  readonly retryAfter?: number;
  /** The connection breaks before anything is done, or after all of it. */
  readonly breaks?: 'before' | 'after';
  /** Only where it fits; everywhere unless said. */
  readonly when?: (body: Readonly<Record<string, unknown>>) => boolean;
}

interface Script {
  readonly method: string;
  readonly fault: SlackFault;
  left: number;
}

/** Trouble by method, for the next calls or until it is lifted. */
export class SlackFaults {
  private scripts: Script[] = [];
  private readonly lastMessage = new Map<string, number>();
  /** Most messages a second and channel; none unless set. Counted by the machine's own clock. */
  messagesPerSecond: number | null = null;

  /** `*` is every method. The trouble lasts for `times` calls, or until it is lifted. */
  add(method: string, fault: SlackFault, times = Infinity): () => void {
    const script = { method, fault, left: times };
    this.scripts.push(script);
    return () => {
      this.scripts = this.scripts.filter((one) => one !== script);
    };
  }

  lift(): void {
    this.scripts = [];
    this.messagesPerSecond = null;
  }

  /** The trouble of this call; it counts. */
  of(method: string, body: Readonly<Record<string, unknown>>): SlackFault {
    const script = this.scripts.find(
      (one) =>
        one.left > 0 &&
        (one.method === method || one.method === '*') &&
        (one.fault.when?.(body) ?? true),
    );
    if (script) script.left -= 1;
    return script?.fault ?? this.pace(method, body);
  }

  private pace(method: string, { channel }: Readonly<Record<string, unknown>>): SlackFault {
    if (this.messagesPerSecond === null || method !== 'chat.postMessage') return {};
    const now = performance.now();
    const next =
      (this.lastMessage.get(String(channel)) ?? -Infinity) + 1000 / this.messagesPerSecond;
    if (now < next) return { retryAfter: Math.max(1, Math.ceil((next - now) / 1000)) };
    this.lastMessage.set(String(channel), now);
    return {};
  }
}
