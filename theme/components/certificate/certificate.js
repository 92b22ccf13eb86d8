{
  const NAME = "learner/certificate"; // on paper it may be longer than what a learner is called on the device

  /** <course-certificate>: the best exam that was passed here, and the name that its reader types. */
  class CourseCertificate extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.form.name.value = pandu.get(NAME) || pandu.get("learner/name") || "";
      for (const type of ["input", "change", "submit"]) this.form.addEventListener(type, this);
      addEventListener("storage", this); // another tab has passed it
      addEventListener("pageshow", this); // the reader comes back
      this.show();
    }

    handleEvent(event) {
      const { type } = event;
      if (type === "submit") event.preventDefault();
      if (/submit|change/.test(type)) pandu.set([[NAME, this.form.name.value.trim() || undefined]]);
      this.show();
      if (type === "submit") print();
    }

    show() {
      const passed = pandu.passed(this.dataset.exam);
      this.querySelector(".certificate__open").hidden = Boolean(passed);
      this.form.hidden = this.querySelector(".certificate__sheet").hidden = !passed;
      if (!passed) return;
      this.put("name", this.form.name.value.trim());
      this.put("day", pandu.said(passed.day));
      this.put("score", `${Math.floor(passed.score * 100 + 1e-9)}%`);
      this.put("code", passed.seed);
    }

    put(what, words) {
      this.querySelector(`[data-${what}]`).textContent = words;
    }
  }

  customElements.define("course-certificate", CourseCertificate);
}
