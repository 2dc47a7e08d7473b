import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HostQueue } from './host-queue.js';

/** A piece of work that ends when it is told to. */
function work(): { run: () => Promise<string>; end: () => void; begun: () => boolean } {
  let end = (): void => undefined;
  let begun = false;
  const done = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  const run = () => {
    begun = true;
    return done;
  };
  return { run, end: () => end(), begun: () => begun };
}

describe('the queue of a host', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('lets one in at a time, in the order of coming', async () => {
    const queue = new HostQueue();
    const [first, second] = [work(), work()];
    const answers = [queue.run('ada', first.run), queue.run('ada', second.run)];
    await jest.advanceTimersByTimeAsync(0);
    expect([first.begun(), second.begun()]).toEqual([true, false]);
    first.end();
    second.end();
    expect(await Promise.all(answers)).toEqual(['done', 'done']);
  });

  it('keeps nobody waiting for another host', async () => {
    const queue = new HostQueue();
    const [ada, bob] = [work(), work()];
    void queue.run('ada', ada.run);
    const answer = queue.run('bob', bob.run);
    bob.end();
    expect(await answer).toBe('done');
  });

  it('turns away whoever waited two seconds, without doing their work later', async () => {
    const queue = new HostQueue();
    const [slow, late] = [work(), work()];
    const first = queue.run('ada', slow.run);
    const second = queue.run('ada', late.run);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await second).toEqual({ kind: 'busy', retryAfterSeconds: 2 });
    slow.end();
    await first;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(late.begun()).toBe(false);
  });

  it('turns away the one behind two hundred and fifty', async () => {
    const queue = new HostQueue();
    const slow = work();
    void queue.run('ada', slow.run);
    const waiting = Array.from({ length: 250 }, () => queue.run('ada', work().run));
    expect(await queue.run('ada', work().run)).toMatchObject({ kind: 'busy' });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await Promise.all(waiting)).toHaveLength(250);
  });

  it('goes on after work that failed', async () => {
    const queue = new HostQueue();
    await expect(queue.run('ada', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const next = work();
    next.end();
    expect(await queue.run('ada', next.run)).toBe('done');
  });
});
