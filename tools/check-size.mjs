// The size promise to the reader: median file 40–80 lines, 90 % under 200, none over 300.
import { globSync, readFileSync } from 'node:fs';

const files = globSync('{src,bots}/**/*.{ts,tsx}', { exclude: (name) => name.includes('.spec.') });
const sizes = files
  .filter((file) => !file.includes('.spec.'))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);

const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))].lines;
const tooLong = sizes.filter(({ lines }) => lines > 300);
const complaints = [
  ...tooLong.map(({ file, lines }) => `${file} has ${lines} lines; 300 is the most.`),
  ...(at(0.5) > 80 ? [`The median file has ${at(0.5)} lines; 80 is the most.`] : []),
  ...(at(0.9) >= 200
    ? [`One file in ten has ${at(0.9)} lines or more; it should be under 200.`]
    : []),
];

console.log(
  `${sizes.length} files, median ${at(0.5)}, 90 % under ${at(0.9) + 1}, longest ${at(1)} lines`,
);
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length === 0 ? 0 : 1);
