// Loaded before yaml-language-server: its wait of 200 ms after each key becomes none, so that work is compared with work.
const wait = 200;
const real = globalThis.setTimeout;
globalThis.setTimeout = (run, milliseconds, ...rest) => real(run, milliseconds === wait ? 0 : milliseconds, ...rest);
