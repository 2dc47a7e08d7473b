import { BookCancelCommand, BookListCommand, BookMoveCommand } from './book-own.command.js';
import { BookExportCommand, BookForgetCommand } from '../account/own-data.command.js';
import { BookPeopleCommand, BookTimezoneCommand, BookWithCommand } from './book.command.js';

/** What an attendee does. */
export const BOOK_COMMANDS = [
  BookWithCommand,
  BookPeopleCommand,
  BookTimezoneCommand,
  BookListCommand,
  BookMoveCommand,
  BookCancelCommand,
  BookExportCommand,
  BookForgetCommand,
] as const;
