/**
 * Every way to split an element string whose separators were lost. Positions from which no split reaches the end are
 * found first, so that the search walks only into real readings; it stops one past MAX_READINGS.
 */
import { aiAt, type AiSpec } from './ai-table.ts';
import type { Gs1Element } from './reading.ts';
import { checkValue } from './value.ts';

/** More readings than this help nobody to choose. */
export const MAX_READINGS = 24;

interface Step {
  readonly element: Gs1Element;
  readonly next: number;
}

const stepsWith = (spec: AiSpec, text: string, at: number, today: string): readonly Step[] => {
  const start = at + spec.ai.length;
  const steps: Step[] = [];
  for (let length = spec.min; length <= Math.min(spec.max, text.length - start); length++) {
    const value = text.slice(start, start + length);
    if (!checkValue(spec, value, today)) steps.push({ element: { ai: spec.ai, value }, next: start + length });
  }
  return steps;
};

/** For each position, the elements that begin there and from whose end the end of the text can be reached. */
const buildGraph = (text: string, today: string): readonly (readonly Step[])[] => {
  const graph: (readonly Step[])[] = Array.from({ length: text.length + 1 }, () => []);
  for (let at = text.length - 1; at >= 0; at--) {
    const spec = aiAt(text, at);
    if (!spec) continue;
    const leadsOn = (step: Step): boolean => step.next === text.length || (graph[step.next]?.length ?? 0) > 0;
    graph[at] = stepsWith(spec, text, at, today).filter(leadsOn);
  }
  return graph;
};

// A text made to branch without end must not hold up the scan loop; real labels need a few dozen steps.
const MAX_STEPS = 5_000;

/**
 * Readings in which no AI occurs twice; with `lots`, only those whose lot (AI 10) is one of them.
 * More than MAX_READINGS entries mean that the search was cut off: too ambiguous.
 */
export const allReadings = (
  text: string,
  today: string,
  lots?: ReadonlySet<string>,
): readonly (readonly Gs1Element[])[] => {
  const graph = buildGraph(text, today);
  const readings: (readonly Gs1Element[])[] = [];
  let steps = 0;
  const fits = ({ ai, value }: Gs1Element, path: readonly Gs1Element[]): boolean =>
    !(ai === '10' && lots?.has(value) === false) && path.every((before) => before.ai !== ai);
  const walk = (at: number, path: readonly Gs1Element[]): void => {
    if (at === text.length) {
      if (!lots || path.some((element) => element.ai === '10')) readings.push(path);
      return;
    }
    for (const { element, next } of graph[at] ?? []) {
      if (readings.length > MAX_READINGS || steps > MAX_STEPS) return;
      steps++;
      if (fits(element, path)) walk(next, [...path, element]);
    }
  };
  walk(0, []);
  if (steps <= MAX_STEPS) return readings;
  return Array.from({ length: MAX_READINGS + 1 }, () => []);
};
