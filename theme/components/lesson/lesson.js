{
  /** <lesson-steps>: shows the course in which the reader is, and keeps that this lesson is done. */
  class LessonSteps extends HTMLElement {
    connectedCallback() {
      this.box = this.querySelector("[type=checkbox]");
      this.box.parentElement.hidden = false;
      this.addEventListener("click", this);
      this.addEventListener("change", this);
      addEventListener("pageshow", this); // the reader comes back
      this.handleEvent({});
      const now = this.querySelector(`[data-course="${pandu.get("course/now")}"]`);
      if (now) this.enter(now);
    }

    get name() {
      return `lesson/${this.dataset.lesson}`;
    }

    handleEvent({ type, target }) {
      if (type === "change") this.keep(target.checked);
      else if (type !== "click") this.box.checked = Boolean(pandu.get(this.name));
      else if (target.closest("nav a")) {
        pandu.set([["course/now", target.closest("nav").dataset.course]]);
        if (target.rel === "next") this.keep(true);
      }
    }

    keep(done) {
      const day = new Date();
      day.setMinutes(day.getMinutes() - day.getTimezoneOffset()); // as the reader's calendar has it
      pandu.set([[this.name, done ? day.toISOString().slice(0, 10) : undefined]]);
    }

    /** The others are out of the way, and the breadcrumbs lead through the course. */
    enter(nav) {
      for (const each of this.querySelectorAll("nav")) each.hidden = each !== nav;
      pandu.set([[`course/${nav.dataset.course}`, { at: this.dataset.lesson, day: Date.now() }]]);
      const [home, ...above] = document.querySelectorAll(".breadcrumbs li");
      for (const each of above) each.remove();
      const [course, place] = nav.querySelector("p").children;
      for (const part of [course.cloneNode(true), place.textContent]) home.parentElement.appendChild(document.createElement("li")).append(part);
    }
  }

  customElements.define("lesson-steps", LessonSteps);
}
