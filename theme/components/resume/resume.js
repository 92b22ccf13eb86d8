{
  /** <course-resume>: each course that was begun, with a link to the lesson where to go on, or else to its exam. */
  class CourseResume extends HTMLElement {
    connectedCallback() {
      this.section = this.closest("section[hidden]"); // which holds nothing else
      this.courses = [...this.querySelectorAll("[data-course]")];
      for (const link of this.querySelectorAll("[data-lesson]")) link.dataset.title = link.textContent;
      addEventListener("storage", this); // another tab went on
      addEventListener("pageshow", this); // the reader comes back
      this.handleEvent();
    }

    handleEvent() {
      const records = this.courses.map((item) => [item, pandu.get(`course/${item.dataset.course}`)]);
      const begun = records.filter(([, record]) => record && record.at).sort(([, one], [, other]) => other.day - one.day);
      for (const item of this.courses) item.hidden = true;
      for (const [item, record] of begun) this.show(item, record);
      this.hidden = !begun.length;
      if (this.section) this.section.hidden = this.hidden;
    }

    show(item, record) {
      const { saidNext, saidDone } = this.dataset;
      const lessons = [...item.querySelectorAll("[data-lesson]")];
      const open = lessons.filter((lesson) => !pandu.done(lesson));
      const from = lessons.findIndex((lesson) => lesson.dataset.lesson === record.at);
      const next = open.find((lesson) => lessons.indexOf(lesson) >= from) || open[0];
      for (const lesson of lessons) lesson.hidden = lesson !== next;
      if (next) {
        next.textContent = pandu.fill(saidNext, next.dataset);
        next.onclick = () => pandu.set([["course/now", item.dataset.course]]);
      }
      for (const exam of item.querySelectorAll(".resume__exam")) exam.hidden = next;
      const ring = item.querySelector(".ring");
      if (ring) {
        const [done, all] = [lessons.length - open.length, lessons.length];
        pandu.ring(ring, done, all);
        ring.nextElementSibling.querySelector("span").textContent = pandu.fill(saidDone, { done, all });
      }
      item.hidden = false;
      item.parentElement.append(item);
    }
  }

  customElements.define("course-resume", CourseResume);
}
