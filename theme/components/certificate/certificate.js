{
  const NAME = "learner/name";

  /** <course-certificate>: the best exam that was passed here, and the name that its reader types. */
  class CourseCertificate extends HTMLElement {
    connectedCallback() {
      const passed = pandu.passed(this.dataset.exam);
      const part = (name) => this.querySelector(`.certificate__${name}`);
      part("open").hidden = Boolean(passed);
      part("form").hidden = part("sheet").hidden = !passed;
      if (!passed) return;
      const { lang } = document.documentElement;
      this.put("day", new Date(`${passed.day}T12:00`).toLocaleDateString(lang, { dateStyle: "long" }));
      this.put("score", `${Math.floor(passed.score * 100 + 1e-9)}%`);
      this.put("code", passed.seed);
      const form = part("form");
      form.name.value = pandu.get(NAME) || "";
      this.put("name", form.name.value);
      form.oninput = () => this.put("name", form.name.value.trim());
      form.onsubmit = (event) => {
        event.preventDefault();
        pandu.set([[NAME, form.name.value.trim() || undefined]]);
        print();
      };
    }

    put(what, words) {
      this.querySelector(`[data-${what}]`).textContent = words;
    }
  }

  customElements.define("course-certificate", CourseCertificate);
}
