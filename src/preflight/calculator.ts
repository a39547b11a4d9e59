import { rowOf } from './table.ts';

/** A step of a calculator function (ISO 32000-1, 7.10.5): a number, an operator, or a procedure. */
export type Step = number | string | readonly Step[];

const MOST_STEPS = 100_000;

/** Most numbers on the stack (ISO 32000-1, 7.10.5). */
const MOST_NUMBERS = 100;

/** Deepest nesting of procedures. */
const MOST_DEEP = 100;

/** Reads `{ … }`; `undefined` when brackets do not pair, lie too deep, or there is an operator that does not exist. */
export function parseCalculator(text: string): readonly Step[] | undefined {
  const words = text.replace(/%[^\r\n]*/g, '').match(/[{}]|[^\s{}]+/g) ?? [];
  const open: Step[][] = [[]];
  for (const word of words) {
    if (word === '{') {
      open.push([]);
      if (open.length > MOST_DEEP) return undefined;
    } else if (word === '}') {
      const closed = open.pop()!;
      if (open.length === 0) return undefined;
      open.at(-1)!.push(closed);
    } else if (Number.isFinite(Number(word))) {
      open.at(-1)!.push(Number(word));
    } else if (rowOf(OPERATORS, word) || CONTROLS.has(word)) {
      open.at(-1)!.push(word);
    } else {
      return undefined;
    }
  }
  const whole = open[0]?.[0];
  return open.length === 1 && Array.isArray(whole) ? whole : undefined;
}

/** The stack after the steps; what an operator lacks on it counts as 0. Where it would grow too high, it ends. */
export function calculate(steps: readonly Step[], input: readonly number[]): readonly number[] {
  const stack = [...input];
  run(steps, stack, { left: MOST_STEPS });
  return stack;
}

const CONTROLS: ReadonlySet<string> = new Set(['if', 'ifelse', 'copy', 'index', 'roll']);

function run(steps: readonly Step[], stack: number[], budget: { left: number }): void {
  const pop = () => stack.pop() ?? 0;
  for (const [i, step] of steps.entries()) {
    budget.left -= 1;
    if (budget.left < 0 || stack.length > MOST_NUMBERS) return;
    if (typeof step === 'number') {
      stack.push(step);
    } else if (step === 'if' || step === 'ifelse') {
      const [yes, no] = step === 'if' ? [steps[i - 1], []] : [steps[i - 2], steps[i - 1]];
      const branch = pop() === 0 ? no : yes;
      if (Array.isArray(branch)) run(branch, stack, budget);
    } else if (step === 'copy') {
      stack.push(...last(stack, pop()));
    } else if (step === 'index') {
      stack.push(stack.at(-1 - pop()) ?? 0);
    } else if (step === 'roll') {
      roll(stack, pop(), pop());
    } else if (typeof step === 'string') {
      const operator = rowOf(OPERATORS, step);
      if (!operator) continue;
      const taken = Array.from({ length: operator.length }, pop).toReversed();
      stack.push(...operator(...taken));
    }
  }
}

function last(stack: readonly number[], count: number): readonly number[] {
  return count > 0 && count <= stack.length ? stack.slice(-count) : [];
}

function roll(stack: number[], steps: number, count: number): void {
  const rolled = last(stack, count);
  if (rolled.length === 0) return;
  const turn = ((steps % count) + count) % count;
  stack.splice(-count, count, ...rolled.slice(count - turn), ...rolled.slice(0, count - turn));
}

const degrees = (radians: number) => (radians * 180) / Math.PI;
const truth = (value: boolean) => [value ? 1 : 0];

type Operator = (...values: number[]) => readonly number[];

/** Operators by name; each takes as many numbers as it has parameters. Truth is 1. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  abs: (a: number) => [Math.abs(a)],
  add: (a: number, b: number) => [a + b],
  and: (a: number, b: number) => [a & b],
  atan: (a: number, b: number) => [(degrees(Math.atan2(a, b)) + 360) % 360],
  bitshift: (a: number, b: number) => [b > 0 ? a << b : a >> -b],
  ceiling: (a: number) => [Math.ceil(a)],
  cos: (a: number) => [Math.cos((a * Math.PI) / 180)],
  cvi: (a: number) => [Math.trunc(a)],
  cvr: (a: number) => [a],
  div: (a: number, b: number) => [b === 0 ? 0 : a / b],
  dup: (a: number) => [a, a],
  eq: (a: number, b: number) => truth(a === b),
  exch: (a: number, b: number) => [b, a],
  exp: (a: number, b: number) => [a ** b],
  false: () => [0],
  floor: (a: number) => [Math.floor(a)],
  ge: (a: number, b: number) => truth(a >= b),
  gt: (a: number, b: number) => truth(a > b),
  idiv: (a: number, b: number) => [b === 0 ? 0 : Math.trunc(a / b)],
  le: (a: number, b: number) => truth(a <= b),
  ln: (a: number) => [Math.log(a)],
  log: (a: number) => [Math.log10(a)],
  lt: (a: number, b: number) => truth(a < b),
  mod: (a: number, b: number) => [b === 0 ? 0 : a % b],
  mul: (a: number, b: number) => [a * b],
  ne: (a: number, b: number) => truth(a !== b),
  neg: (a: number) => [-a],
  not: (a: number) => [a === 0 ? 1 : 0],
  or: (a: number, b: number) => [a | b],
  pop: (_: number) => [],
  round: (a: number) => [Math.round(a)],
  sin: (a: number) => [Math.sin((a * Math.PI) / 180)],
  sqrt: (a: number) => [Math.sqrt(Math.max(0, a))],
  sub: (a: number, b: number) => [a - b],
  true: () => [1],
  truncate: (a: number) => [Math.trunc(a)],
  xor: (a: number, b: number) => [a ^ b],
};
