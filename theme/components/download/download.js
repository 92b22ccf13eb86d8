{
  /** Gives the reader a file that was made in the page; nothing is sent anywhere. */
  pandu.download = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some browsers begin long after the click
  };

  /** The name of a file that is made here: as the page's address is called. */
  pandu.file = (ending) => location.pathname.match(/([^/]*)\/[^/]*$/)[1] + ending;

  /** A table as CSV (RFC 4180) that spreadsheets of this language read; a cell that they would compute becomes a text. */
  pandu.csv = (rows, lang) => {
    const between = (0.5).toLocaleString(lang).includes(",") ? ";" : ","; // where a comma begins the decimals, Excel wants the other
    const said = (value) => (typeof value === "number" ? value.toLocaleString(lang, { useGrouping: false }) : value);
    const cell = (value) => `"${said(value).replace(/^(?=[=+\-@＝＋－＠\t\r])/, "'").replace(/"/g, '""')}"`;
    return `\ufeff${rows.map((row) => `${row.map(cell).join(between)}\r\n`).join("")}`;
  };
}
