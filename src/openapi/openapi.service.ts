import { Injectable } from '@nestjs/common';
import { Env } from '../config/env.js';
import { openApiDocument } from './document.js';

/** The document of the API as it is here: made once, for it follows from the release and the settings. */
@Injectable()
export class OpenApi {
  readonly document;

  constructor(env: Env) {
    const command = `/${env.commandNames.schedule} account api-key`;
    this.document = openApiDocument({ publicUrl: env.publicUrl, command });
  }
}
