{
  const TITLE = /<html lang="([^"]*)"[^]*?<title>([^]*?)<\/title>/;

  /** <visited-pages>: the pages that this device has kept by itself; and which one it does not have, where that led here. */
  class VisitedPages extends HTMLElement {
    connectedCallback() {
      const [, to] = /^#to=(.*)/.exec(location.hash) || [];
      if (!pandu.root) return;
      if (to !== undefined) this.lack(pandu.root + to);
      this.list().catch(() => {}); // it keeps nothing, which <saved-sets> says
    }

    lack(url) {
      const note = document.querySelector("[data-lacks]");
      note.querySelector("a").href = url;
      note.hidden = false;
    }

    async list() {
      const visited = await pandu.sets.opened("visited");
      const keys = (await visited.keys()).filter(({ url }) => url.endsWith("/") && url !== location.href.replace(/[?#].*/, ""));
      const rows = await Promise.all(keys.reverse().map(async (request) => this.row(request.url, await (await visited.match(request)).text())));
      this.querySelector("ul").replaceChildren(...rows);
      this.hidden = !rows.length;
    }

    row(url, text) {
      const [, lang, title] = TITLE.exec(text) || ["", "", url];
      const link = Object.assign(document.createElement("a"), { href: url, lang });
      link.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent.replace(/ · [^·]*$/, "");
      const item = document.createElement("li");
      item.append(link);
      return item;
    }
  }

  customElements.define("visited-pages", VisitedPages);
}
