import { parentPort } from "node:worker_threads";
import { ProjectIndex } from "../analysis/index.ts";
import { pack } from "./engine/parcel.ts";
import type { Answer, Order } from "./engine/remote.ts";
import { knownFrom, localShare, type Share, type ShareOptions } from "./engine/share.ts";
import { compileForShortRun } from "./engine/short-run.ts";

/** The program of a thread that does a share of the work, order by order. */
// Not before this thread has its code, which V8 takes as kept only while it compiles as it did then. It holds for all threads.
compileForShortRun();
let options: ShareOptions;
let share: Share;

const carryOut = async (order: Exclude<Order, { phase: "begin" }>): Promise<unknown> => {
  switch (order.phase) {
    case "extract":
      return share.extract(order.queue, order.checked);
    case "checkAhead":
      return pack(
        await share.checkAhead(
          order.queue,
          knownFrom(() => ProjectIndex.of(order.summaries, true), options.asOf),
          { turn: 250, take: (files) => send({ part: pack(files) }) },
        ),
      );
    case "check":
      return share.check(
        order.files,
        knownFrom(() => ProjectIndex.of(order.summaries, true), options.asOf),
      );
  }
};

const send = (answer: Answer): void => parentPort?.postMessage(answer);

parentPort?.on("message", async (order: Order) => {
  if (order.phase === "begin") {
    options = order.options;
    share = localShare(options);
  } else send({ whole: await carryOut(order) });
});
