{
  const DAYS = [1, 3, 7, 14, 30]; // how long a question waits in each of Leitner's boxes
  const revision = (question) => +question.dataset.revision || 1;
  const written = (question) => question.querySelector("input:not([type])");

  /** The day on this device, so many days from today: "2026-11-26". */
  pandu.day = (days = 0) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** Where a question waits after an answer, and for which day. Who was always right, or has been in every box, waits nowhere. */
  const boxed = ({ box, due }, score) => {
    if (score < 1) return { box: 1, due: pandu.day(DAYS[0]) };
    if (!box || due > pandu.day()) return { box, due }; // tried before its day, which says little
    return box < DAYS.length ? { box: box + 1, due: pandu.day(DAYS[box]) } : {};
  };

  /** The records of the questions that an element names (`one two:2`, with their revisions), each with its key; empty where there is none. */
  pandu.questions = ({ dataset }) =>
    dataset.questions.split(" ").map((each) => {
      const [key, number] = each.split(":");
      return Object.assign({ key }, pandu.question.get(`quiz/${dataset.quiz}/${key}`, { dataset: { revision: number } }));
    });

  /**
   * What the device remembers of a question, under "quiz/<quiz>/<question>" in every language:
   * {answer, score, day, lang, revision, box, due}. All but what says something of it is left out.
   */
  pandu.question = {
    /** Its record; empty where there is none, or one of an earlier revision. */
    get(name, question) {
      const found = pandu.get(name);
      return found && Object(found) === found && (found.revision || 1) === revision(question) ? found : {};
    },

    /** Remembers an answer and its score. @returns {boolean} whether the device keeps it */
    keep(name, question, answer, score) {
      const lang = written(question) ? question.closest("[lang]").lang : undefined; // its words are of one language
      return this.set(name, question, Object.assign({ answer, score, day: pandu.day(), lang }, boxed(this.get(name, question), score)));
    },

    /** As if it had been answered, for the days on which it comes back; the answer itself is not remembered. */
    count(name, question, score) {
      const before = this.get(name, question);
      return this.set(name, question, Object.assign({}, before, { box: undefined, due: undefined }, boxed(before, score)));
    },

    /** Forgets the answer. A question that waits for its day goes on waiting. */
    forget(name, question) {
      const { box, due } = this.get(name, question);
      return this.set(name, question, { box, due });
    },

    /** @private */
    set(name, question, record) {
      if (revision(question) > 1) record.revision = revision(question);
      const empty = !record.answer && !record.box;
      return pandu.set([[name, empty ? undefined : record]]);
    },
  };
}
