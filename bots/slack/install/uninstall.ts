import { Injectable } from '@nestjs/common';
import { Installations } from './installations.js';

/** What follows when a workspace removes the app. */
@Injectable()
export class Uninstall {
  constructor(private readonly installations: Installations) {}

  async run(workspace: string): Promise<void> {
    await this.installations.remove(workspace);
  }
}
