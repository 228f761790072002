/** The document process as a child of Node: until its parent goes. Its argument, if there is one, names the engine. */
import { startAnswering, type PrintRequest } from './answer.ts';
import { engineNames } from './engine/engine.ts';

const answer = startAnswering(engineNames.find((name) => name === process.argv[2]));

process.on('message', (request: PrintRequest) => {
  answer(request).then(
    (answered) => process.send?.(answered),
    // Ends without a word: what a broken engine says may quote the paper.
    () => process.exit(70),
  );
});
process.on('disconnect', () => process.exit(0));
