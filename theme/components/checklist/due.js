{
  /** Days are texts, 2026-12-31, and are counted in UTC, where each of them has 24 hours. */
  const iso = (...parts) => new Date(Date.UTC(...parts)).toISOString().slice(0, 10);
  const parts = (day) => day.split("-").map(Number);

  /** The same day of a month, counted from 0 and over the year's end, or that month's last. */
  const of = (year, month, day) => iso(year, month, Math.min(day, parts(iso(year, month + 1, 0))[2]));

  const morrow = (day) => {
    const [year, month, date] = parts(day);
    return iso(year, month - 1, date + 1);
  };

  pandu.due = {
    /** The day on this device. */
    today() {
      const now = new Date();
      return iso(now.getFullYear(), now.getMonth(), now.getDate());
    },

    /** Whether it comes again, every month or every year. */
    again: (due) => /^(month|year)ly/.test(due),

    /** The next day on which something is due; nothing where it is over, or counts from a start that nobody chose: as plugins/checklist/due.py has it. */
    upcoming(due, today, start) {
      const [kind, value] = due.split(" ");
      const [year, month] = parts(today);
      if (kind === "monthly") return [month - 1, month].map((each) => of(year, each, value === "last" ? 31 : +value)).find((day) => day >= today);
      if (kind === "yearly") return [year, year + 1].map((each) => `${each}-${value}`).find((day) => day >= today);
      if (kind[0] !== "+") return kind >= today ? kind : "";
      if (!start) return "";
      const [from, at, day] = parts(start);
      const count = parseInt(kind, 10);
      return kind.endsWith("m") ? of(from, at - 1 + count, day) : iso(from, at - 1, day + count);
    },

    /**
     * Of what comes again: a tick counts for the day that was next when it was set, and holds until that has passed.
     * @param record {day, before}: the days of this tick and of the one before. A tick whose day nobody kept counts from `seen`.
     * @returns whether it is `ticked`, the `next` day on which it has to be done, the day on which it was done `last`
     */
    turn(due, record) {
      const today = this.today();
      const [last, seen] = ["day", "seen"].map((name) => String(Object(record)[name])).map((day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? day : ""));
      const until = record ? this.upcoming(due, last || seen || today) : "";
      const ticked = until >= today;
      return { ticked, next: this.upcoming(due, ticked ? morrow(until) : today), last };
    },
  };
}
