/** Bounds that keep hostile text harmless. Each is far beyond anything a person writes. */

/** Levels of nesting inside one chunk. */
export const MAX_DEPTH = 200;
/** Levels at which text is still cut into chunks; what lies deeper is one chunk. */
export const MAX_SPLIT_DEPTH = 16;
/** A part of more lines than this is cut further. */
export const LEAF_LINES = 10;
/** A part of up to so many lines stays whole in a text that is read once, where nothing is wrong with it. */
export const WHOLE_LINES = 1000;
/** Nodes that the aliases of one document may stand for, all together. */
export const MAX_EXPANDED_NODES = 1_000_000;
/** Beyond this length of file (UTF-16 units) the slow, careful parser is not asked: what is broken is reported from the fast one's words. */
export const MAX_CAREFUL_LENGTH = 4_000_000;
/** The longest chunk the careful parser is given. */
export const MAX_CAREFUL_CHUNK = 500_000;
