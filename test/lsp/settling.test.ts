import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Settling } from "../../server/src/lsp/settling.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is run, each time with the changes it is given. */
function settling() {
  const runs: (readonly string[])[] = [];
  return { runs, all: new Settling<string>(async (changes) => void runs.push(changes)) };
}

test("keys of a word that come close together are looked at once, when the last is 200 ms old", async () => {
  const { runs, all } = settling();
  for (const key of ["t", "tr", "trial"]) {
    all.add(key);
    await vi.advanceTimersByTimeAsync(150);
  }
  expect(runs).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(runs).toEqual([["t", "tr", "trial"]]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toHaveLength(1);
});

test("a change that comes later is looked at by itself, and after the one before is done", async () => {
  const order: string[] = [];
  const all = new Settling<string>(async ([change]) => {
    order.push(`${change} begins`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    order.push(`${change} ends`);
  });
  all.add("first");
  await vi.advanceTimersByTimeAsync(300);
  all.add("second");
  await vi.advanceTimersByTimeAsync(5000);
  expect(order).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

test("nothing is run after the end", async () => {
  const { runs, all } = settling();
  all.add("late");
  all.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toEqual([]);
});
