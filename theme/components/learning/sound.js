{
  const MANY = 20000; // records: a class of a thousand with twenty exams each
  const LONG = 10000; // letters of a text, or entries of a list
  const DEEP = 5; // levels; ours have four
  const KEY = /^[a-z]+(\/[\w.-]+)+$/;
  const NO_NAME = /^(__proto__|constructor|prototype)$/;

  const isName = (value) => typeof value === "string" && /^[\w.\/-]+$/.test(value); // pages look for it among their elements
  const isText = (value) => typeof value === "string";
  const isThing = (value) => Object(value) === value && !Array.isArray(value);
  const areTexts = (value) => Array.isArray(value) && value.every(isText);
  const isSitting = (value) => !value || (isThing(value) && areTexts(value.keys) && isThing(value.answers) && Object.values(value.answers).every(areTexts));
  const isPlan = (value) => isThing(value) && /^[1-3]$/.test(value.priority) && Object.entries(value).every(([name, word]) => /^(goal|done|who|day|priority)$/.test(name) && isText(word)) && "day" in value;
  const isDone = (value) => isThing(value) && isText(value.day) && typeof value.score === "number";

  /** What a record of the kind is, as docs/design.md has it; others hold no more than a word. */
  const KINDS = {
    quiz: (value) => isThing(value) && (!value.answer || areTexts(value.answer)),
    exam: (value) => isThing(value) && (!value.done || (Array.isArray(value.done) && value.done.every(isDone))) && isSitting(value.open) && isSitting(value.last),
    collector: (value) => isThing(value) && isText(value.name),
    checklist: (value) => value === true || isText(value) || isThing(value),
    course: (value) => isName(value) || (isThing(value) && isName(value.at)),
    assessment: (value) => isThing(value) && (!value.plan || isPlan(value.plan)),
    lesson: isText,
    learner: isText,
  };

  const isBounded = (value, room = DEEP) => {
    if (Object(value) !== value) return String(value).length <= LONG;
    const names = Object.keys(value);
    return room > 0 && names.length <= LONG && names.every((name) => !NO_NAME.test(name) && name.length <= 200 && isBounded(value[name], room - 1));
  };

  const isSound = ([key, value]) => {
    const is = KINDS[key.split("/")[0]] || ((word) => Object(word) !== word);
    return key.length <= 200 && KEY.test(key) && !key.split("/").some((part) => NO_NAME.test(part)) && isBounded(value) && is(value);
  };

  /** The records of a file that somebody adds, without those that no page of ours could have kept; it throws where they are too many. */
  pandu.sound = (records) => {
    const all = Object.entries(records);
    if (all.length > MANY) throw new RangeError("too many");
    return all.filter(isSound);
  };
}
