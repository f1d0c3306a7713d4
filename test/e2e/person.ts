import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ROOT } from "./paths.ts";
import type { Count } from "./result.ts";
import { LOADING } from "./window.ts";

/** A published costing whose figures are known: 46 cases at £12,170 are £559,820. */
const COST = "559,820";

/**
 * Does what a person does after `npm start` where there is no VS Code: opens the printed address in a browser, and sees a
 * worked-out figure beside the text. Nobody without the address is let in, and Ctrl-C ends it all.
 */
export async function checkStart(browser: Browser): Promise<Count> {
  const { CI: _ci, ...env } = process.env;
  const started = spawn(process.execPath, [join(ROOT, "test/e2e/start.ts"), "--no-open"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const address = new URL(await printed(started, /http:\/\/127\.0\.0\.1:\S+/));
    const { status } = await fetch(address.origin);
    if (status !== 403) throw new Error(`without its token the editor answered ${status}`);
    await page.goto(address.href, LOADING);
    await page.locator(".view-lines", { hasText: COST }).first().waitFor(LOADING);
    await page
      .locator("[class*='squiggly-']")
      .first()
      .waitFor({ ...LOADING, state: "attached" });
    const ended = once(started, "exit");
    started.kill("SIGINT");
    const [code] = await ended;
    if (code !== 0) throw new Error(`it ended with ${code}`);
    console.log("  ✔ npm start serves an editor that works out the examples\n");
    return { passed: 1, failed: 0 };
  } catch (reason) {
    console.error(`  npm start: ${String(reason)}`);
    return { passed: 0, failed: 1 };
  } finally {
    if (started.exitCode === null) started.kill("SIGTERM");
    await page.close();
  }
}

/** The first thing a program prints that a pattern finds. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    child.stdout?.on("data", (bytes: Buffer) => {
      heard += bytes;
      const match = pattern.exec(heard)?.[0];
      if (match) resolve(match);
    });
    child.on("exit", (code) => reject(new Error(`it ended with ${code} before it printed an address: ${heard}`)));
  });
}
