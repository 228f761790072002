/** Where the browser of the tests comes from: the start is measured in the same one. */
export { openBrowser } from '../../cli/bench/browser.ts';
