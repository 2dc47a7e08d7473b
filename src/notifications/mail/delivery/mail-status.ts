import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../../config/env.js';
import { ageWords } from '../../../language/age-words.js';
import { say } from '../../../language/say.js';
import { StatusBoard } from '../../../shared/status-board.js';
import { type MailCounts, Receipts } from '../../receipts.service.js';

/** Tells where mail goes, and what became of it; of nobody's address, and no password. */
@Injectable()
export class MailStatus implements OnModuleInit {
  constructor(
    private readonly board: StatusBoard,
    private readonly receipts: Receipts,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.board.serve('mail', async () => [this.way(), ...countLines(await this.receipts.ofMail())]);
  }

  private way(): string {
    const { smtpUrl, mailFrom: from } = this.env;
    return smtpUrl === null
      ? say('status:mail.keeping')
      : say('status:mail.sending', { server: smtpUrl.host, from });
  }
}

function countLines({ refusedSeconds, waitingSeconds, ...counts }: MailCounts): string[] {
  return [
    say('status:mail.counts', counts),
    ...(refusedSeconds === null ? [] : [say('status:mail.refused', { age: age(refusedSeconds) })]),
    ...(waitingSeconds === null ? [] : [say('status:mail.delayed', { age: age(waitingSeconds) })]),
  ];
}

const age = (seconds: number): string => ageWords(seconds * 1_000);
