{
  /**
   * `pandu.sets`: what readers save for when there is no network, for pages and the worker alike.
   *
   * A set is a list of files, [address, bytes, hash], as one build made them. It is saved once each of them is there,
   * and not before; what was fetched till then stays where it is, so that the next try goes on from there. A file is kept
   * under its address and its hash, or its address alone where that names its content already: so sets share their files,
   * and a newer list needs only those that changed. What no list names goes, but for what the last change left over:
   * a page of before it may still be open.
   *
   *     lists   offline/course/pse-basics.id          saved: {version, at, files}
   *             offline/course/pse-basics.id?wanted   being fetched
   *     files   theme/pandu.0123456789.js  id/pse/apa-itu-pse/?0123456789
   */
  const INDEX = "offline.json";
  const MARKS = "pandu-saved"; // of localStorage: the names, for when the browser has removed what they name
  const SIDE_BY_SIDE = 4;

  const opened = (name) => caches.open(`pandu ${pandu.root} ${name}`);
  const keyOf = ([address, , hash]) => pandu.root + address + (hash ? `?${hash}` : "");
  const sum = (files) => files.reduce((all, [, bytes]) => all + bytes, 0);

  const digest = async (body) =>
    [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))].map((each) => each.toString(16).padStart(2, "0")).join("").slice(0, 10);

  /** A file of a set is fetched, unless a visit has kept the same. What a host still has of another build is refused. */
  const fetched = async (files, each) => {
    const [address, , hash] = each;
    const url = pandu.root + address;
    for (const get of [() => caches.match(url), () => fetch(url, { cache: hash ? "no-cache" : "default" })]) {
      const answer = await get();
      if (!answer || !answer.ok) continue;
      const body = await answer.arrayBuffer();
      if (!hash || (await digest(body)) === hash) return files.put(keyOf(each), new Response(body, { headers: answer.headers }));
    }
    throw new Error(address);
  };

  pandu.sets = {
    opened,

    /** The sets of the site as it is now: {name: {list, bytes}}. */
    async index() {
      const answer = await fetch(pandu.root + INDEX, { cache: "no-cache" });
      if (!answer.ok) throw new Error(INDEX);
      return answer.json();
    },

    /** What is saved of a set, or wanted of it; nothing where it is not. */
    async list(name, wanted = "") {
      const found = await (await opened("lists")).match(`${pandu.root}offline/${name}${wanted}`);
      return found && found.json();
    },

    /** The names of what is saved. */
    async names() {
      const keys = await (await opened("lists")).keys();
      return keys.filter(({ url }) => !/[?]|checked$/.test(url)).map(({ url }) => url.slice(`${pandu.root}offline/`.length));
    },

    /** The files of a list that are not on this device. */
    async missing({ files }) {
      const there = new Set((await (await opened("files")).keys()).map(({ url }) => url));
      return files.filter((each) => !there.has(keyOf(each)));
    },

    /** The list of a set as the site has it now, and what it takes to have it: {version, files, missing, bytes}. */
    async offered(name) {
      const { list } = (await this.index())[name];
      const answer = await fetch(pandu.root + list);
      if (!answer.ok) throw new Error(list);
      const { files } = await answer.json();
      const missing = await this.missing({ files });
      return { version: list, files, missing, bytes: sum(missing) };
    },

    /**
     * Saves a set as the site has it now, or brings it up to date. It throws where that can't be done, and the set is what it was.
     * @param {(done: number, all: number) => boolean} hear  is told how many bytes there are; false stops it
     */
    async save(name, hear = () => true) {
      const { version, files, missing, bytes } = await this.offered(name);
      const lists = await opened("lists");
      const kept = await opened("files");
      const key = `${pandu.root}offline/${name}`;
      const list = JSON.stringify({ version, at: Date.now(), files });
      const all = sum(files);
      let done = all - bytes;
      let isWanted = hear(done, all);
      const next = async () => {
        for (let each; isWanted && (each = missing.pop()); isWanted = isWanted && hear((done += each[1]), all)) await fetched(kept, each);
      };
      try {
        await lists.put(`${key}?wanted`, new Response(list));
        await Promise.all([...Array(SIDE_BY_SIDE)].map(next));
        if (!isWanted) return false;
        await lists.put(key, new Response(list));
      } catch (error) {
        isWanted = false; // the others stop too
        if (error.name !== "QuotaExceededError") throw error;
        await lists.delete(`${key}?wanted`); // what was fetched takes the room that is lacking
        await this.sweep();
        throw error;
      }
      await lists.delete(`${key}?wanted`);
      const visited = await opened("visited");
      await Promise.all(files.filter(([, , hash]) => hash).map(([address]) => visited.delete(pandu.root + address))); // they may be older
      this.mark(name, true);
      return true;
    },

    async remove(name) {
      const lists = await opened("lists");
      for (const wanted of ["", "?wanted"]) await lists.delete(`${pandu.root}offline/${name}${wanted}`);
      this.mark(name, false);
      await this.sweep();
    },

    /** Removes the files that no list names. */
    async sweep() {
      const files = await opened("files");
      const keys = await files.keys(); // before the lists, which name a file before it comes
      const lists = await opened("lists");
      const named = new Set();
      for (const request of await lists.keys()) {
        if (!request.url.endsWith("checked")) for (const each of (await (await lists.match(request)).json()).files) named.add(keyOf(each));
      }
      await Promise.all(keys.filter(({ url }) => !named.has(url)).map((each) => files.delete(each)));
    },

    /** What is saved at an address. */
    async find(address) {
      const files = await opened("files");
      for (const name of await this.names()) {
        const each = (await this.list(name)).files.find(([other]) => other === address);
        const found = each && (await files.match(keyOf(each)));
        if (found) return found;
      }
    },

    /** Whether a set was saved here once; the worker, which can't know, keeps no marks. */
    marked(name) {
      return this.marks().includes(name);
    },

    mark(name, isSaved) {
      try {
        const others = this.marks().filter((each) => each !== name);
        localStorage.setItem(MARKS, JSON.stringify(isSaved ? [...others, name] : others));
      } catch (error) {
        // forbidden, full, or none: nobody will be told that the browser has removed it
      }
    },

    marks() {
      try {
        return JSON.parse(localStorage.getItem(MARKS)) || [];
      } catch (error) {
        return [];
      }
    },
  };
}
