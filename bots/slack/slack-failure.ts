import { z } from 'zod';

/** As the errors of the library have them. */
const failureSchema = z.object({
  data: z.object({ error: z.string() }).optional(),
  retryAfter: z.number().optional(),
});

/** What Slack says when it is out of order itself: the same call may succeed later. */
const PASSING =
  /^(?:ratelimited|rate_limited|internal_error|fatal_error|service_unavailable|request_timeout|accesslimited|team_added_to_org)$/;

/** Why a call came to nothing. */
export interface SlackFailure {
  /** Slack's name for why it will never do; null where it may do later. */
  readonly refusal: string | null;
  /** For so many seconds Slack wants to be left alone. */
  readonly retryAfter: number | null;
  /** It said nothing, or nothing of its own: it is out of reach or out of order. */
  readonly isSilence: boolean;
}

export function slackFailure(error: unknown): SlackFailure {
  const failure = failureSchema.safeParse(error).data;
  const code = failure?.data?.error ?? null;
  const refusal = code !== null && PASSING.test(code) ? null : code;
  const retryAfter = failure?.retryAfter ?? null;
  return { refusal, retryAfter, isSilence: code === null && retryAfter === null };
}
