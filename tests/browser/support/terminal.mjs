// The program for the terminal, whose output is the measure of what the page hands out.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where it was built: `cargo build -p missing-from-care-cli`. */
export const PROGRAM = ['target/debug/missing-from-care', 'target/debug/missing-from-care.exe'].find(existsSync);

/** What it writes of files. */
export const printed = (format, ...files) => execFileSync(PROGRAM, ['--format', format, ...files], { maxBuffer: 1 << 28 });
