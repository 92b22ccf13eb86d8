{
  /** <course-map>: ticks what is done, says how far this reader has come and where to go on. */
  class CourseMap extends HTMLElement {
    connectedCallback() {
      this.lessons = [...this.querySelectorAll("[data-lesson]")];
      this.final = this.querySelector("[data-final]");
      this.addEventListener("click", this);
      addEventListener("storage", this); // another tab went on
      addEventListener("pageshow", this); // the reader comes back
      this.show();
    }

    handleEvent({ type, target }) {
      if (type !== "click") this.show();
      else if (target.closest("a")) pandu.set([["course/now", this.dataset.course]]); // its lessons show then that they are of this course
    }

    show() {
      const { saidDone, saidNext, saidExam, saidPassed } = this.dataset;
      const open = this.lessons.filter((lesson) => !pandu.done(lesson));
      const done = this.lessons.length - open.length;
      const passed = this.dataset.exam && pandu.passed(this.dataset.exam);
      for (const lesson of this.lessons) lesson.querySelector("strong").hidden = open.includes(lesson);
      const begun = done > 0 || pandu.get(`course/${this.dataset.course}`) !== undefined || passed;
      const box = this.querySelector(".course__progress");
      box.hidden = !begun;
      pandu.ring(box.querySelector(".ring"), done, this.lessons.length);
      box.querySelector("output").value = pandu.fill(saidDone, { done, all: this.lessons.length }) + (!open.length && this.final && !passed ? `. ${saidExam}` : "");
      if (this.final && passed) {
        const said = this.final.querySelector("strong");
        said.hidden = false;
        said.textContent = pandu.fill(saidPassed, { score: Math.floor(passed.score * 100 + 1e-9) });
      }
      const next = open[0] || (!passed && this.final);
      const go = this.querySelector(".course__go");
      go.hidden = !next;
      if (next && begun) {
        const link = next.querySelector("a");
        go.href = link.href;
        go.textContent = pandu.fill(saidNext, { title: link.textContent });
      }
    }
  }

  customElements.define("course-map", CourseMap);
}
