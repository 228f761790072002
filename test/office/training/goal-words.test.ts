/** What the plans of made-up people say hangs on walls of demonstrations, as an example. */
import { expect, test } from 'vitest';
import { contributions, goalWords } from '../../../office/training/goal-words.ts';

const steps = goalWords.flatMap(({ steps: own, subgoals }) => [...own, ...subgoals.flatMap((one) => one.steps)]);
const all = [...goalWords.flatMap(({ text, subgoals }) => [text, ...subgoals.map((one) => one.text)]), ...steps.map(({ task }) => task)];

test.each([
  ['residence', /aufenthalt|asyl|duldung|flucht|erlaubnis|einbürger|abschieb|ausländer|visum|garantiefonds/i],
  ['health', /arzt|ärzt|krank|therap|klinik|medizin|gesund|schwanger|sucht|behinder/i],
  ['money and benefits', /schuld|jobcenter|bürgergeld|sozialamt|grundsicherung|bildung und teilhabe|bafög/i],
  ['religion, offences and the programme', /kirche|moschee|relig|polizei|gericht|straf|bewährung|migration|case management|förderplan|maßnahme/i],
])('no goal, sub-goal or step says anything of %s', (_what, words) => {
  expect(all.filter((text) => words.test(text))).toEqual([]);
});

test('and what the JMD promises names nothing of it either, but that it goes along and helps', () => {
  expect(contributions.filter((text) => /aufenthalt|asyl|arzt|krank|schuld/i.test(text))).toEqual([]);
});
