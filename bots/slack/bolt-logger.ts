import type { Logger as NestLogger } from '@nestjs/common';
import { type Logger, LogLevel } from '@slack/web-api';

/** What a browser brought to the end of an installation. Anybody can, so that it is no fault of ours. */
const OF_A_BROWSER = /^(?:Authorization|InvalidState|MissingState|MissingCode)Error: /;

/** The words of Slack's own libraries in our log. What it says at length holds what people wrote, and is left out. */
export const boltLogger = (logger: NestLogger): Logger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...said: unknown[]) => logger.warn(inOneLine(said)),
  error: (...said: unknown[]) => {
    const line = inOneLine(said);
    if (OF_A_BROWSER.test(line)) logger.log(line);
    else logger.error(line);
  },
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});

const inOneLine = (said: readonly unknown[]): string => said.map(String).join(' ').slice(0, 500);
