import { renderToString } from 'preact-render-to-string';
import type { Message } from '../messages/message.js';
import { messageText } from './message-text.renderer.js';
import { MessageView } from './message.view.js';
import type { OutgoingMail } from './delivery/outgoing-mail.js';

/** A message in the two forms in which mail carries it. */
export const shaped = (message: Message): Pick<OutgoingMail, 'subject' | 'text' | 'html'> => ({
  subject: message.subject,
  text: messageText(message),
  html: `<!doctype html>${renderToString(MessageView(message))}`,
});
