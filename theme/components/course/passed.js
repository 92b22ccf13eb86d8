{
  /** The best of the exams that were handed in and passed; undefined where none was. */
  pandu.passed = (exam) => {
    const record = pandu.get(`exam/${exam}`);
    const done = record && Array.isArray(record.done) ? record.done : [];
    return done.filter((each) => each.passed).sort((one, other) => other.score - one.score)[0];
  };
}
