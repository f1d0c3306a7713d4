/** A path where an id belongs: `../local/nurse.study.yaml`, `./prices`, `/home/a`, `visits.outcome.yml`. */
export const isPath = (text: string): boolean => /^(?:\.{1,2}|~|[A-Za-z]:)?[\\/]|\.ya?ml$/.test(text.trim());

/** What is to be known of every reference. */
export const byId = "Whatever file it is in, it is named by its id; nothing outside the project is read.";
