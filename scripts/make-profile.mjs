// Makes profiles/newsprint.icc from the characterization data ANSI CGATS/SNAP TR 002-2007, coldset printing on newsprint.
// Needs colprof of Argyll CMS and the data file: on Debian `apt-get install argyll icc-profiles-free`.
//   node scripts/make-profile.mjs [TR002.ti3]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = process.argv[2] ?? '/usr/share/color/icc/TR002.ti3';
const DATA_SHA256 = 'bcb14f76be42ebaa53cebdea3ae532af4c7717e7429d279323f7db8ad4a0b9d0';
const RESULT = fileURLToPath(new URL('../profiles/newsprint.icc', import.meta.url));

const NAME = 'Newsprint coldset, CGATS TR 002, 220 %';
const RIGHTS =
  'Made from the characterization data of ANSI CGATS/SNAP TR 002-2007, Coldset Printing on Newsprint ' +
  '(Copyright 2007 NPES), which allow derived profiles to be distributed without further permission.';

/** Low-resolution tables (small file), ink limit 220 %, black up to 100 % and as much of it as the colours allow. */
const SETTINGS = ['-ql', '-bl', '-l220', '-L100', '-kx', '-nc'];

/** The profile says when it was made; always the same, so that the same data give the same bytes. */
const MADE = [2026, 1, 1, 0, 0, 0];

const data = readFileSync(DATA);
const sum = createHash('sha256').update(data).digest('hex');
if (sum !== DATA_SHA256)
  throw new Error(`${DATA} is not the file that the profile is made from (sha256 ${sum})`);

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
copyFileSync(DATA, join(folder, 'data.ti3'));
const words = ['-D', NAME, '-C', RIGHTS, '-O', 'newsprint.icc', 'data'];
execFileSync('colprof', [...SETTINGS, ...words], { cwd: folder });
const profile = readFileSync(join(folder, 'newsprint.icc'));
rmSync(folder, { recursive: true });

// ICC.1:2001-04, 6.1.5: date and time in bytes 24 to 35.
MADE.forEach((number, index) => profile.writeUInt16BE(number, 24 + 2 * index));
writeFileSync(RESULT, profile);
console.log(
  `${RESULT}: ${profile.length} bytes, sha256 ${createHash('sha256').update(profile).digest('hex')}`,
);
