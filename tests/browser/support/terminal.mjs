// The program for the terminal, whose output is the measure of what the page hands out.

import { existsSync } from 'node:fs';

/** Where it was built: `cargo build -p missing-from-care-cli`. */
export const PROGRAM = ['target/debug/missing-from-care', 'target/debug/missing-from-care.exe'].find(existsSync);
