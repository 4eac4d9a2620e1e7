/** Lets Node load modules of the app that import a style sheet: a style sheet is an empty module here. */
import { register } from 'node:module';

const hook = `
export async function load(url, context, next) {
  return /\\.css(\\?|$)/.test(url) ? { format: 'module', source: 'export default {}', shortCircuit: true } : next(url, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
