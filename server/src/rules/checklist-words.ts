/** How rules speak of what checklists ask and a spec leaves out. */
import type { Gap } from "../model/assess/plan/index.ts";
import { andList, counted } from "./wording.ts";

/** Beyond these few a message counts the rest. */
const named = 3;

/** The first few topics, in the middle of a sentence: `harms, consent, ethics approval and 9 more points`. */
export function fewTopics(gaps: readonly Gap[]): string {
  const topics = [...new Set(gaps.map(({ topic }) => midSentence(topic)))];
  return andList(
    topics.length > named + 1
      ? [...topics.slice(0, named), counted(topics.length - named, "more point", "more points")]
      : topics,
  );
}

/** Topics named of one checklist; the report names all. */
const listed = 6;

/** One sentence a checklist: `SPIRIT 2025: missing data (27c), harms (17) and 20 more.` Those from memory say so. */
export function byChecklist(gaps: readonly Gap[]): readonly string[] {
  const lists = new Map<string, string[]>();
  for (const { asked } of gaps)
    for (const { checklist, item } of asked) {
      const name = checklist.provenance === "memory" ? `${checklist.name} (unverified)` : checklist.name;
      const number = /^\d/.test(item.id) ? ` (${item.id})` : "";
      lists.set(name, [...(lists.get(name) ?? []), `${midSentence(item.topic)}${number}`]);
    }
  return [...lists].map(([name, topics]) =>
    topics.length > listed + 1
      ? `${name}: ${topics.slice(0, listed).join(", ")} and ${topics.length - listed} more.`
      : `${name}: ${topics.join(", ")}.`,
  );
}

/** A topic in the middle of a sentence; capitals that belong to a name stay. */
const midSentence = (topic: string): string =>
  /^[A-Z][a-z]/.test(topic) ? `${topic[0]?.toLowerCase()}${topic.slice(1)}` : topic;
