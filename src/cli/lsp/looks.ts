/** Work on each of many things that waits until the thing has been left alone for a while. */
export interface Looks {
  /** Does the work anew, when nobody asks again in the meantime. */
  readonly ask: (name: string) => void;
  /** Until no work on the thing is wanted or under way. */
  readonly settled: (name: string) => Promise<void>;
  readonly forget: (name: string) => void;
}

interface Wanted {
  readonly cancel: () => void;
  readonly done: Promise<void>;
  readonly finish: () => void;
}

type Later = (milliseconds: number, work: () => void) => () => void;

/** One piece of work at a time, each `pause` milliseconds after it was last asked for. */
export function openLooks(pause: number, later: Later, work: (name: string) => Promise<void>): Looks {
  const wanted = new Map<string, Wanted>();
  let queue: Promise<void> = Promise.resolve();
  const forget = (name: string) => {
    wanted.get(name)?.cancel();
    wanted.get(name)?.finish();
    wanted.delete(name);
  };
  const ask = (name: string) => {
    wanted.get(name)?.cancel();
    const old = wanted.get(name);
    const { promise, resolve } = old ? { promise: old.done, resolve: old.finish } : promised();
    const entry: Wanted = {
      done: promise,
      finish: resolve,
      cancel: later(pause, () => {
        queue = queue.then(async () => {
          if (wanted.get(name) !== entry) return;
          await work(name);
          if (wanted.get(name) !== entry) return;
          wanted.delete(name);
          resolve();
        });
      }),
    };
    wanted.set(name, entry);
  };
  const settled = async (name: string) => {
    for (let entry = wanted.get(name); entry; entry = wanted.get(name)) await entry.done;
  };
  return { ask, settled, forget };
}

function promised(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
