{
  // By version, at level M, where a seventh of the picture may be unreadable: bytes of data, blocks, checking bytes of each block.
  const VERSIONS = [[16, 1, 10], [28, 1, 16], [44, 1, 26], [64, 2, 18], [86, 2, 24], [108, 4, 16]];
  const MASKS = [
    (x, y) => (x + y) % 2,
    (x, y) => y % 2,
    (x) => x % 3,
    (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];

  const POWERS = [1];
  for (let at = 0; at < 254; at++) POWERS.push((POWERS[at] << 1) ^ ((POWERS[at] >> 7) * 0x11d));
  const times = (one, other) => (one && other ? POWERS[(POWERS.indexOf(one) + POWERS.indexOf(other)) % 255] : 0);

  /** What Reed and Solomon add to a block. */
  const checking = (data, count) => {
    let factors = [1];
    for (let at = 0; at < count; at++) factors = [...factors, 0].map((each, i) => each ^ times(factors[i - 1] || 0, POWERS[at]));
    const rest = [...data, ...Array(count).fill(0)];
    data.forEach((_, at) => {
      const lead = rest[at];
      factors.forEach((each, i) => (rest[at + i] ^= times(each, lead)));
    });
    return rest.slice(data.length);
  };

  /** The bits in their order: how they are written (bytes), how many, the bytes, filling; the blocks interleaved. */
  const bitsOf = (bytes, [size, blocks, count]) => {
    const hex = (byte) => byte.toString(16).padStart(2, "0");
    const words = `4${hex(bytes.length)}${bytes.map(hex).join("")}0`.match(/../g).map((pair) => parseInt(pair, 16));
    for (let fill = 0xec; words.length < size; fill ^= 0xfd) words.push(fill);
    const length = size / blocks;
    const parts = Array.from({ length: blocks }, (_, at) => words.slice(at * length, (at + 1) * length));
    const turns = (columns) => columns[0].flatMap((_, at) => columns.map((column) => column[at]));
    return [...turns(parts), ...turns(parts.map((part) => checking(part, count)))].map((word) => word.toString(2).padStart(8, "0")).join("");
  };

  /** The picture without its data: corners, lines that count, and the place of the format, which is of the mask. */
  const framed = (version, mask) => {
    const size = 17 + 4 * version;
    const grid = Array.from({ length: size }, () => Array(size).fill(-1));
    const put = (x, y, dark) => {
      if (x >= 0 && y >= 0 && x < size && y < size) grid[y][x] = +dark;
    };
    const rings = (left, top, from, to, light) => {
      for (let y = from; y <= to; y++)
        for (let x = from; x <= to; x++) put(left + x, top + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
    };
    for (let at = 8; at < size - 8; at++) put(at, 6, at % 2 === 0), put(6, at, at % 2 === 0);
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) rings(x, y, -4, 4, [2, 4]);
    if (version > 1) rings(size - 7, size - 7, -2, 2, [1]);
    let rest = mask;
    for (let at = 0; at < 10; at++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const format = ((mask << 10) | rest) ^ 0x5412;
    for (let at = 0; at < 15; at++) {
      const dark = (format >> at) & 1;
      if (at < 8) put(8, at + (at > 5), dark), put(size - 1 - at, 8, dark);
      else put(at === 8 ? 7 : 14 - at, 8, dark), put(8, size - 15 + at, dark);
    }
    put(8, size - 8, true);
    return grid;
  };

  /** Bits go up and down in columns of two, from the right. */
  const filled = (grid, bits, mask) => {
    const size = grid.length;
    let at = 0;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++)
        for (const x of [right, right - 1]) {
          const y = (right + 1) & 2 ? step : size - 1 - step;
          if (grid[y][x] < 0) grid[y][x] = +(bits[at++] || 0) ^ +!MASKS[mask](x, y);
        }
    }
    return grid;
  };

  /** How hard it is to read: long runs, squares, what looks like a corner, too much of one shade. */
  const trouble = (grid) => {
    const columns = grid.map((_, x) => grid.map((row) => row[x]));
    let sum = 0;
    for (const line of [...grid, ...columns].map((each) => each.join(""))) {
      for (const run of line.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
      sum += 40 * (line.match(/(?=10111010000|00001011101)/g) || []).length;
    }
    grid.slice(1).forEach((row, y) => row.slice(1).forEach((cell, x) => (sum += 3 * (cell === row[x] && cell === grid[y][x] && cell === grid[y][x + 1]))));
    const share = grid.flat().reduce((one, other) => one + other) / grid.length ** 2;
    return sum + 10 * Math.floor(Math.abs(share - 0.5) * 20);
  };

  /** @returns {number[][]|null} rows of a QR code (ISO/IEC 18004), 1 is dark; nothing where the text has more than 106 bytes */
  pandu.qr = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const at = VERSIONS.findIndex(([size]) => bytes.length <= size - 2);
    if (at < 0) return null;
    const bits = bitsOf(bytes, VERSIONS[at]);
    const grids = MASKS.map((_, mask) => filled(framed(at + 1, mask), bits, mask));
    const troubles = grids.map(trouble);
    return grids[troubles.indexOf(Math.min(...troubles))];
  };
}
