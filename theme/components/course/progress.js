{
  /**
   * Whether a lesson is done, by its element: the reader has said so ("lesson/<kind>/<key>", the day), or every question of its quiz
   * has been checked, or every task of its checklist ticked, be it one that is open again by now.
   */
  pandu.done = (item) => {
    const { lesson, questions, tasks } = item.dataset;
    if (pandu.get(`lesson/${lesson}`)) return true;
    if (questions) return pandu.questions(item).every((record) => "score" in record);
    return Boolean(tasks) && tasks.split(" ").every((task) => pandu.get(`${lesson}/${task}`));
  };
}
