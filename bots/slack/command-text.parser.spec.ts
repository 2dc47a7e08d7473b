import { describe, expect, it } from '@jest/globals';
import { typedCommand, typedText } from './command-text.parser.js';

describe('what somebody typed in Slack', () => {
  it.each([
    ['with <@U123ABC|ada> tomorrow', 'with @U123ABC tomorrow'],
    ['with <@U123ABC>', 'with @U123ABC'],
    ['alerts add <#C123ABC|sales>', 'alerts add #C123ABC'],
    ['alerts add <#C123ABC|>', 'alerts add #C123ABC'],
    ['set location <https://zoom.us/j/1?a=1&amp;b=2>', 'set location https://zoom.us/j/1?a=1&b=2'],
    ['set location <http://example.com|example.com>', 'set location example.com'],
    ['see <https://evil.example|bank>', 'see https://evil.example'],
    ['add <mailto:a@example.com|a@example.com> 9:00', 'add a@example.com 9:00'],
    ['call <tel:+4930123456|+49 30 123456>', 'call +4930123456'],
    ['ask <!here|@here> and <!channel>', 'ask @here and @channel'],
    ['&lt;@U123&gt; &amp;lt; 1 &amp; 2', '<@U123> &lt; 1 & 2'],
    ['a < b and <script>', 'a < b and <script>'],
    ['set title “Intro call”', 'set title “Intro call”'],
  ])('%s', (sent, typed) => {
    expect(typedText(sent)).toBe(typed);
  });

  it('is a line with its command', () => {
    expect(typedCommand('/book', 'with <@U1|ada>')).toBe('/book with @U1');
    expect(typedCommand('/schedule', '')).toBe('/schedule');
  });
});
