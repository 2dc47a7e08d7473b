import { z } from 'zod';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import type { Scene } from './scene.js';

export interface Reached {
  readonly status: number;
  readonly text: string;
}

/** How long the product may take to answer, in milliseconds. */
const TIMEOUT = 10_000;

const failureSchema = z.object({ cause: z.object({ code: z.string() }) });
const nameSchema = z.object({ name: z.string() });

/** Asks the product, or whatever else is at its address; refused with why nothing answers. */
export async function reach(
  { fetch, publicUrl }: Scene,
  path: string,
  request: RequestInit = {},
): Promise<Outcome<Reached, string>> {
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    const response = await fetch(`${publicUrl}${path}`, { ...request, signal, redirect: 'manual' });
    return done({ status: response.status, text: await response.text() });
  } catch (error) {
    const code = failureSchema.safeParse(error).data?.cause.code;
    return refused(code ?? nameSchema.safeParse(error).data?.name ?? String(error));
  }
}
