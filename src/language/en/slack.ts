/** What only Slack says: where its limits show, and in its windows. */
export const slack = {
  close: 'Close',
  cancel: 'Cancel',
  choose: 'Choose…',
  chooseSeveral: 'Choose one or more…',
  choosePerson: 'Choose a person…',
  chooseChannel: 'Choose a channel…',
  former: 'formerly {{time}}',
  otherChoices: 'Other',
  groupPart: '{{group}} ({{part}})',
  groupSpan: '{{first}} – {{last}}',
  nothingToChoose: 'There is nothing to choose from right now.',
  moreLines_one: '… and one more line, for which there is no room here.',
  moreLines_other: '… and {{count}} more lines, for which there is no room here.',
  moreText_one: '… and one more character, for which there is no room here.',
  moreText_other: '… and {{count}} more characters, for which there is no room here.',
  fileFollows_one: 'It is long: {{file}} follows in one message.',
  fileFollows_other:
    'It is long: {{file}} follows in {{count}} messages, to be put together in their order.',
  filePart: '{{file}}, part {{part}} of {{count}}',
  moreParts_one: '… and one more part, for which there is no room here.',
  moreParts_other: '… and {{count}} more parts, for which there is no room here.',
  moreChoices_one: 'One more cannot be shown here: type it in a message to me instead.',
  moreChoices_other: '{{count}} more cannot be shown here: type it in a message to me instead.',
  cutValue_one: 'One character at the end had no room here and is left out.',
  cutValue_other: '{{count}} characters at the end had no room here and are left out.',
  admins: 'a workspace admin',
  place: {
    named: 'the Slack workspace “{{name}}”',
    yours: 'your Slack workspace',
  },
  refused: {
    SLACK_BOT_TOKEN:
      'Slack refuses SLACK_BOT_TOKEN ({{code}}): copy it again from OAuth & Permissions (if the app was removed, install it first), then start again.',
    SLACK_APP_TOKEN:
      'Slack refuses SLACK_APP_TOKEN ({{code}}): copy it again from Basic Information, App-Level Tokens (its scope is connections:write), then start again.',
  },
  waiting: {
    title: 'One moment',
    opening: 'Opening…',
    saving: 'Saving…',
  },
  noSuchPerson: 'I can’t find {{name}} here. Mention them: type @ and pick them from the list.',
  program: '{{name}} is a program, not a person, so there is nobody to meet.',
  noAuthor:
    'A program wrote that message, so there is nobody to book. Use this on a message of the person you want to meet, or type $t(names:command.book) and @ their name.',
  noWindow: 'Slack could not show the window. Give the command again.',
  tooLate: 'I was too slow to open a window for your shortcut. Use it once more.',
  install: {
    installed: {
      title: 'Installed',
      text: 'Vis-à-vis is in your workspace now. Go back to Slack and type $t(names:command.schedule) setup to make your first booking calendar.',
    },
    declined: {
      title: 'Not installed',
      text: 'Nothing was installed and nothing is kept. Open the installation page again if you change your mind.',
    },
    failed: {
      title: 'Not installed',
      text: 'This installation was not begun in this browser, took too long, or was used before. Open the installation page and try again.',
    },
  },
  channel: {
    unknown:
      'I don’t see {{channel}}. If it is a private channel, type /invite @booking there first, then try again.',
    chosen: 'that channel',
    person:
      'Alerts and calendars are posted in channels, not to people. Type # and pick a channel from the list.',
    archived: '{{shown}} is archived. Choose another channel.',
    invite: 'I’m not in {{shown}} yet: type /invite @booking there, then try again.',
    notYours: 'You are not in {{shown}}. Join it first, or choose a channel that you are in.',
  },
  undeliverable: {
    notThere: 'Slack has no {{where}} that I am in. Type /invite @booking there.',
    archived: '{{where}} is archived. Choose another channel for the alerts.',
    restricted: 'I may not post in {{where}}. Ask a workspace admin to allow it.',
    nobody: 'Slack cannot reach {{where}} any more.',
    notInstalled:
      'The app is not installed in this Slack workspace any more. Ask a workspace admin to install it again.',
    missingScope:
      'The app lacks a permission in Slack ({{code}}). Ask a workspace admin to install it again.',
    other: 'Slack refused it ({{code}}).',
  },
} as const;
