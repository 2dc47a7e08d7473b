import { describe, expect, it } from '@jest/globals';
import { parse, type HTMLElement } from 'node-html-parser';
import {
  aBookingPlace,
  aCalendarPlace,
  aMeeting,
  aPicker,
  aShell,
  berlin,
  halfHour,
} from '../../../test/browser/page-samples.js';
import { pageStates } from '../../../test/browser/page-states.js';
import { QUESTION_KINDS } from '../../calendars/questions/question.js';
import { renderPage } from '../render.js';
import { BookingView } from './manage/booking.view.js';
import { CancelView } from './manage/cancel.view.js';
import { DetailsView } from './details/details.view.js';
import { HomeView } from './site/home.view.js';
import { HostLinksView } from './site/host-links.view.js';
import { MessageView } from './message.view.js';
import { MonthView } from './month/month.view.js';
import { PrivacyView } from './site/privacy.view.js';
import { RescheduleConfirmView } from './manage/reschedule-confirm.view.js';
import { RescheduleView } from './manage/reschedule.view.js';

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script>&lt;'`;

const shell = aShell();
const meeting = aMeeting({
  hostName: HOSTILE,
  title: HOSTILE,
  description: HOSTILE,
  location: { text: HOSTILE, url: null },
});
const carried = { name: HOSTILE, email: HOSTILE, notes: HOSTILE, utm_source: HOSTILE };
const place = aCalendarPlace({ host: HOSTILE, slug: HOSTILE, carried });
const booking = aBookingPlace({ uid: HOSTILE, token: HOSTILE, carried });
const slot = halfHour('2026-12-08T09:00:00Z');
const problems = [{ field: 'name', message: HOSTILE }];

const hostilePages = {
  month: MonthView({ shell, meeting, place, picker: aPicker() }),
  details: DetailsView({
    shell,
    meeting,
    place,
    chosen: slot,
    face: berlin,
    typed: {
      ...{ name: HOSTILE, email: HOSTILE },
      ...{ notes: `</textarea>${HOSTILE}`, guests: `</textarea>${HOSTILE}` },
    },
    asks: {
      place: [],
      questions: QUESTION_KINDS.map((kind, index) => ({
        name: `a${index + 1}`,
        question: { id: kind, label: HOSTILE, kind, required: true, options: [HOSTILE] },
        given: [HOSTILE],
      })),
      consent: [],
      guestLimit: 3,
    },
    idempotencyKey: HOSTILE,
    problems,
  }),
  booking: BookingView({
    shell,
    meeting,
    place: booking,
    state: 'booked',
    slot,
    face: berlin,
    hostZone: 'Asia/Tokyo',
    attendeeName: HOSTILE,
    mayMove: true,
    mayCancel: true,
    mail: { kind: 'none' },
  }),
  reschedule: RescheduleView({ shell, meeting, place: booking, picker: aPicker(), current: slot }),
  'reschedule-confirm': RescheduleConfirmView({
    shell,
    meeting,
    place: booking,
    from: slot,
    to: slot,
    face: berlin,
    sequence: 0,
    rule: 'required',
    reason: HOSTILE,
  }),
  cancel: CancelView({
    shell,
    meeting,
    place: booking,
    slot,
    face: berlin,
    rule: 'optional',
    reason: `</textarea>${HOSTILE}`,
    problems,
  }),
  message: MessageView({
    shell,
    message: { kind: 'calendar-unreadable', hostName: HOSTILE, retry: HOSTILE },
  }),
  'host-links': HostLinksView({
    shell,
    hostName: HOSTILE,
    links: [{ href: '/', title: HOSTILE, durationsMinutes: [30], description: HOSTILE }],
  }),
  home: HomeView({ shell, setUp: [{ title: HOSTILE, detail: HOSTILE, done: true }] }),
  privacy: PrivacyView({ shell, operatorName: HOSTILE, contactEmail: HOSTILE }),
};

const documentOf = (html: string): HTMLElement => parse(html);

describe('text from people', () => {
  it.each(Object.entries(hostilePages))('stays text on the page %s', (_name, page) => {
    const html = renderPage(page);
    const document = documentOf(html);
    expect(document.querySelectorAll('img, script')).toEqual([]);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('</textarea>"');
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
  });
});

describe('every page', () => {
  const pages = Object.entries(pageStates).map(
    ([name, view]) => [name, renderPage(view(aShell({ accent: '#c2255c' })))] as const,
  );

  it.each(pages)(
    '%s carries no inline style, no inline script and nothing from elsewhere',
    (_, html) => {
      expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)/);
      // A link the host set may lead away; nothing is fetched from there, and nothing told to it.
      const own = html.replace(/<a href="https:[^"]*" rel="noopener noreferrer nofollow">/g, '');
      expect(own).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
    },
  );

  it.each(pages)('%s has one title, one h1 or a named month, and one main part', (_, html) => {
    const document = documentOf(html);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('title')?.text.length).toBeGreaterThan(0);
  });

  it.each(pages)('%s gives no id twice', (_, html) => {
    const ids = documentOf(html)
      .querySelectorAll('[id]')
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(pages)('%s is found by robots only when it is meant to be shared', (name, html) => {
    const found = !html.includes('content="noindex"');
    expect(found).toBe(/^month|^host-links/.test(name));
  });
});

describe('a link preview', () => {
  it('keeps its title to 60 characters and its description to 150', () => {
    const long = 'A very long sentence about what this meeting is for. '.repeat(9);
    const page = MonthView({
      shell,
      meeting: aMeeting({ title: long, description: long }),
      place: aCalendarPlace(),
      picker: aPicker(),
    });
    const document = documentOf(renderPage(page));
    const content = (name: string): string =>
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
    expect(Array.from(content('og:title')).length).toBeLessThanOrEqual(60);
    expect(Array.from(content('og:description')).length).toBeLessThanOrEqual(150);
    expect(content('og:description')).toContain('30 minutes. Times in Europe/Berlin.');
  });
});
