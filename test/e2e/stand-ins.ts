/**
 * JavaScript in place of VS Code's compiled modules that only its own telemetry and logs use. Each export is assigned
 * by name because the server `import()`s these CommonJS files, and Node finds only names it can see in the text.
 */
export const STAND_INS: Readonly<Record<string, string>> = {
  "@vscode/native-watchdog": "exports.start = () => {};\n",
  "@vscode/deviceid": 'exports.getDeviceId = async () => "00000000-0000-4000-8000-000000000000";\n',
  "@vscode/spdlog": `
const fs = require("node:fs"), path = require("node:path");
const LEVELS = ["trace", "debug", "info", "warning", "error", "critical", "off"];
class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, text) {
    if (level < this.level) return;
    fs.appendFileSync(this.file, this.raw ? text : new Date().toISOString() + " [" + LEVELS[level] + "] " + text + "\\n");
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}
const make = async (_name, file) => new Logger(file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = make;
exports.createAsyncRotatingLogger = make;
exports.LogLevel = { Trace: 0, Debug: 1, Info: 2, Warning: 3, Error: 4, Critical: 5, Off: 6 };
`,
};
