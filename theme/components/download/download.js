{
  /** Gives the reader a file that was made in the page; nothing is sent anywhere. */
  pandu.download = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000); // some browsers begin only after the click
  };

  /** A table as CSV (RFC 4180) that spreadsheets read as UTF-8; a cell that they would compute becomes a text. */
  pandu.csv = (rows) => {
    const cell = (value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
    return `\ufeff${rows.map((row) => row.map(cell).join(",") + "\r\n").join("")}`;
  };
}
