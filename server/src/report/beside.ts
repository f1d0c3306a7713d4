import { lackText, missingText } from "./words.ts";

/** In a table the figure itself says "not known"; beside it stands only what is needed. */
export const bare = (note: string): string => note.replace(/^needs /, "");

export const missingBeside = (figure: Parameters<typeof missingText>[0]): string => bare(missingText(figure));

export const lackBeside = (worked: Parameters<typeof lackText>[0]): string => bare(lackText(worked));
