/** What `npm run smoke:slack` says to whoever runs the product. Never holds a token. */
export const slackSmoke = {
  verdict: {
    holds: '{{number}}. {{step}} – holds. {{sentence}}',
    fails: '{{number}}. {{step}} – does not hold: {{sentence}}',
    untried: '{{number}}. {{step}} – not tried. {{sentence}}',
  },
  step: {
    token: 'Bot token',
    scopes: 'Scopes',
    wayIn: 'Way in',
    address: 'APP_URL',
    owner: 'You',
    message: 'Direct message',
    thread: 'Edit and thread',
    home: 'Home tab',
    channel: 'Alert channel',
    preview: 'Link preview',
  },
  order: {
    noSlack:
      'No variable says anything about Slack. Set the SLACK_… variables with which you start the product; docs/slack.md has them.',
    manyTokens:
      'With many workspaces each has a bot token of its own. Give that of one workspace as SLACK_BOT_TOKEN, beside the other variables; Slack shows it under OAuth & Permissions.',
    noOwner:
      'Say who you are in Slack: npm run smoke:slack -- U012AB3CD, and behind it the name of the channel for alerts if you want one. Your member ID stands in your Slack profile, under ⋮, Copy member ID.',
  },
  needs: {
    token: 'It needs a bot token that holds (step 1).',
    owner: 'It needs you in Slack (step 5).',
    message: 'It needs the direct message (step 6).',
  },
  token: {
    opens: 'It opens the workspace “{{team}}” as @{{user}}.',
    refused:
      'Slack refuses it ({{code}}). Install the app in the workspace, and copy the Bot User OAuth Token from OAuth & Permissions to SLACK_BOT_TOKEN.',
  },
  scopes: {
    equal: 'The app has all {{count}} that the manifest asks for, and no more.',
    more: 'The app has all that the manifest asks for. It never uses {{extra}}: remove what you did not mean.',
    missing:
      'The app lacks {{missing}}. Print the manifest with npm run slack:manifest, put it into App Manifest, and install the app again.',
    unsaid:
      'Slack did not say what the token may do. See that SLACK_API_URL leads to Slack itself.',
  },
  wayIn: {
    opens: 'Slack opens a connection for the app token.',
    opensNot:
      'Slack opens no connection ({{code}}). Generate an app-level token with the scope connections:write under Basic Information, set it as SLACK_APP_TOKEN, and see that Socket Mode is on.',
    answers: '{{url}} answers what is signed with SLACK_SIGNING_SECRET, and refuses what is not.',
    silent:
      '{{url}} does not answer ({{why}}). Start the product, and see that APP_URL leads to it from outside.',
    otherSecret:
      '{{url}} refuses what is signed with SLACK_SIGNING_SECRET. Copy the Signing Secret from Basic Information, set it both here and for the product, and start the product again.',
    deaf: '{{url}} does not answer as Slack needs it (status {{status}}). Start the product with the same SLACK_… variables, and see that APP_URL leads to it.',
    open: '{{url}} takes what nobody signed (status {{status}}). Something answers in place of the product: let requests to it through as they are.',
  },
  address: {
    ready: '{{url}} is up and takes bookings.',
    silent:
      '{{url}} does not answer ({{why}}). Start the product, and see that APP_URL leads to it.',
    notReady:
      '{{url}} is up but takes no bookings now. Open {{url}}/health/ready: it names the part that is in the way.',
    other:
      'Something else answers at {{url}} (status {{status}}). See that APP_URL leads to the product.',
  },
  owner: {
    known: '{{name}}, in {{zone}}.',
    unknown:
      'Slack knows no member {{member}} in this workspace. Copy your member ID from your Slack profile, under ⋮.',
    unread:
      'Slack does not say who {{member}} is ({{code}}). See the scopes (step 2), and install the app again.',
    program: '{{member}} is a program. Copy your own member ID from your Slack profile, under ⋮.',
    guest:
      '{{name}} is no full member of this workspace, and only those have booking calendars. Ask a workspace admin to make them one, or name another member.',
    noZone:
      'Slack has no time zone of {{name}} that can be counted in. Set it in Slack under Preferences, Language & region.',
  },
  message: {
    words: 'This is a trial of Vis-à-vis, which goes away by itself.',
    posted: 'A message reached {{name}}.',
    refused: 'No message reached {{name}}. {{why}} See that the app is as its manifest says.',
  },
  thread: {
    edited: 'This is a trial of Vis-à-vis, edited, which goes away by itself.',
    words: 'And this is an answer in its thread.',
    holds: 'The message was edited and answered in its thread.',
    refused:
      'The message was not edited, or not answered. {{why}} See that the app is as its manifest says.',
  },
  home: {
    words:
      'This is a trial of Vis-à-vis. Open another tab and come back, and your own home is here.',
    taken: 'Slack took a home view. Open the tab again to see your own.',
    refused:
      'Slack took no home view ({{code}}). Under App Home, switch the Home Tab on, or put the manifest into App Manifest again.',
  },
  channel: {
    both: 'You and the app are both in {{channel}}.',
    unnamed:
      'You named none. To try one, write its name without # behind your member ID: npm run smoke:slack -- U012AB3CD sales',
  },
  preview: {
    words: 'The next free times stand here.',
    taken:
      'Slack took a preview below a link to {{domain}}. That it asks for one, you see when you post a booking link yourself.',
    noName: 'Slack shows previews only of a public name, and APP_URL is {{url}}.',
    notOurs:
      'Slack takes no preview below a link to {{domain}}. Print the manifest with npm run slack:manifest, put it into App Manifest so that the app has this domain, and post a booking link yourself to see its preview.',
    missingScope:
      'The app may show no previews. Give it the scope links:write (step 2), and install it again.',
    unseen:
      'Slack shows no preview below this message ({{code}}). Post a booking link to {{domain}} yourself: its preview has the next free times.',
  },
  away: 'Slack could not be reached, or answered something else than expected. Try again later, and see that this machine, or SLACK_API_URL, reaches Slack.',
  busy: 'Slack wants to be left alone for a while. Wait a minute and run this again.',
  leftover:
    'A message of this trial could not be taken away. Delete it in your direct messages with the app.',
  end: {
    well: 'Nothing that was tried fails.',
    failed_one: 'One step does not hold. Mend it and run this again.',
    failed_other: '{{count}} steps do not hold. Mend them and run this again.',
  },
} as const;
