{
  const isObject = (value) => Object(value) === value;

  /** The exams of both, each once. */
  const together = (here, there) => {
    const all = [...here, ...there].map((each) => JSON.stringify(each));
    return [...new Set(all)].map((each) => JSON.parse(each)).sort((one, other) => (one.day < other.day ? -1 : 1));
  };

  /** What is kept of two records of one thing: the later answer or tick, the exams of both, else what is here. */
  pandu.merged = (here, there) => {
    if (here === undefined) return there;
    if (!isObject(there) || !(isObject(here) || here === true)) return here; // a tick of old has no day
    if (Array.isArray(here.done) && Array.isArray(there.done)) return Object.assign({}, there, here, { done: together(here.done, there.done) });
    return (there.day || "") > (here.day || "") ? there : here;
  };
}
