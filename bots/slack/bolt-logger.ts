import type { Logger as NestLogger } from '@nestjs/common';
import { type Logger, LogLevel } from '@slack/web-api';

/** The words of Slack's own libraries in our log. What it says at length holds what people wrote, and is left out. */
export const boltLogger = (logger: NestLogger): Logger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...said: unknown[]) => logger.warn(inOneLine(said)),
  error: (...said: unknown[]) => logger.error(inOneLine(said)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});

const inOneLine = (said: readonly unknown[]): string => said.map(String).join(' ').slice(0, 500);
