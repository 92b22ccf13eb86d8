{
  /** <course-resume>: each course that was begun, with a link to the lesson where to go on. */
  class CourseResume extends HTMLElement {
    connectedCallback() {
      const { saidNext, saidDone } = this.dataset;
      const courses = [...this.querySelectorAll("[data-course]")].map((item) => [item, pandu.get(`course/${item.dataset.course}`)]);
      const begun = courses.filter(([, record]) => record && record.at).sort(([, one], [, other]) => other.day - one.day);
      for (const [item, record] of begun) {
        const lessons = [...item.querySelectorAll("[data-lesson]")];
        const open = lessons.filter((lesson) => !pandu.done(lesson));
        const from = lessons.findIndex((lesson) => lesson.dataset.lesson === record.at);
        const next = open.find((lesson) => lessons.indexOf(lesson) >= from) || open[0];
        if (next) {
          next.hidden = false;
          next.textContent = pandu.fill(saidNext, { title: next.textContent });
          next.onclick = () => pandu.set([["course/now", item.dataset.course]]);
        }
        const progress = item.querySelector("progress");
        if (progress) {
          progress.value = lessons.length - open.length;
          item.querySelector("span").textContent = pandu.fill(saidDone, { done: lessons.length - open.length, all: lessons.length });
        }
        item.hidden = false;
        item.parentElement.append(item);
      }
      this.hidden = !begun.length;
      const section = this.closest("section");
      if (section && section.hidden) section.hidden = this.hidden;
    }
  }

  customElements.define("course-resume", CourseResume);
}
