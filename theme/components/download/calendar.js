{
  const escape = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

  const fold = (line) => {
    let folded = "";
    let size = 0;
    for (const letter of line) {
      const weight = new TextEncoder().encode(letter).length;
      if (size + weight > 75) {
        folded += "\r\n ";
        size = 1;
      }
      folded += letter;
      size += weight;
    }
    return `${folded}\r\n`;
  };

  /**
   * A calendar file (RFC 5545), as plugins/shared/calendar.py writes it.
   * @param {{record: string, day: string, rules: string[], summary: string, about: string, address: string}[]} events
   */
  pandu.calendar = (events, lang) => {
    const { hostname } = new URL(events[0].address);
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = events.map((event) => [
      "BEGIN:VEVENT",
      `UID:${event.record}@${hostname}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${event.day.replace(/-/g, "")}`,
      ...event.rules,
      `SUMMARY:${escape(event.summary)}`,
      `DESCRIPTION:${escape(`${event.about}\n${event.address}`)}`,
      `URL:${event.address}`,
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escape(event.summary)}`,
      "TRIGGER:-P6DT15H",
      "END:VALARM",
      "END:VEVENT",
    ]);
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${hostname}//checklist//${lang.toUpperCase()}`];
    return [...head, ...[].concat(...lines), "END:VCALENDAR"].map(fold).join("");
  };
}
