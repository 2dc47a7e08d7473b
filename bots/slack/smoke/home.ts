import { say } from '../../../src/language/say.js';
import { helpSection, startSection } from '../../core/dashboard/start-sections.card.js';
import { sentences } from '../../core/message.js';
import { homeView } from '../view.renderer.js';
import { fails, holds, needs, type Step } from './step.js';

/** Slack takes our home view; whoever opens the tab again gets their own. */
export const homeStep: Step = async ({ windows }, { owner }) => {
  if (!owner) return needs('owner');
  const trial = sentences(say('slackSmoke:home.words'));
  const view = homeView([trial, startSection(), helpSection('host', null)]);
  const answer = await windows.publishHome(owner.workspace, owner.userKey, view);
  return answer.ok
    ? holds(say('slackSmoke:home.taken'))
    : fails(say('slackSmoke:home.refused', { code: answer.problem.code }));
};
