{
  /** <share-sections>: shares by what the device offers; where it offers nothing, copies. */
  class ShareSections extends HTMLElement {
    connectedCallback() {
      if (!navigator.share && !navigator.clipboard) return; // an old browser, or a page that came without https
      for (const heading of document.querySelectorAll(".prose > section > :is(h2, h3)")) {
        const row = this.firstElementChild.cloneNode(true);
        const [button, said] = row.children;
        heading.replaceWith(row);
        row.prepend(heading); // the button stands beside it and is no part of its name
        button.ariaLabel += `: ${heading.textContent}`;
        button.onclick = () => share(heading, said);
      }
    }
  }

  const share = (heading, said) => {
    const known = document.querySelector("[rel=canonical]"); // the address by which everybody reaches it
    const url = `${(known || location).href.split("#")[0]}#${heading.id}`;
    if (navigator.share) return navigator.share({ title: heading.textContent, url }).catch(() => {}); // they changed their mind
    navigator.clipboard.writeText(url).then(() => (said.value = said.dataset.said), () => (location.hash = heading.id));
  };

  customElements.define("share-sections", ShareSections);
}
