#!/usr/bin/env node
/**
 * Stands in for a desktop VS Code where none can be fetched, so that `desktop.ts` can be tried: takes the flags of one,
 * shows the served VS Code in a browser window of the same size, lets it be debugged on the port it is told, and ends with
 * the suite's exit status.
 */
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { installExtension, startEditorServer } from "./editor-server.ts";
import { browserOptions, type SuiteName } from "./paths.ts";
import { installVscode } from "./vscode.ts";
import { ending, suiteAddress } from "./window.ts";

const text = { type: "string" } as const;
const {
  values,
  positionals: [workspace],
} = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    "user-data-dir": text,
    "install-extension": text,
    extensionTestsPath: text,
    "remote-debugging-port": text,
  },
});
const flag = (name: string): string => String(values[name]);
const home = dirname(flag("user-data-dir"));

if (values["install-extension"] === undefined) process.exitCode = await show(workspace ?? "");
else installExtension(installVscode(), home, flag("install-extension"));

/** The exit status of the suite that is run in the folder. */
async function show(folder: string): Promise<number> {
  const { host, stop } = await startEditorServer({
    vscode: installVscode(),
    home,
    flags: ["--enable-smoke-test-driver"],
  });
  process.on("exit", stop);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
  const port = `--remote-debugging-port=${flag("remote-debugging-port")}`;
  const viewport = { width: 1200, height: 800 };
  const browser = await chromium.launchPersistentContext(join(home, "browser"), { ...browserOptions(port), viewport });
  const address = suiteAddress(host, folder, basename(flag("extensionTestsPath"), ".cjs") as SuiteName);
  const outcome = await ending(await browser.newPage(), { host, address });
  await browser.close();
  stop();
  if (typeof outcome === "string") console.error(outcome);
  return outcome === 0 ? 0 : 1;
}
