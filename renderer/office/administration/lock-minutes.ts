/** Shortest and longest time until an untouched window locks, as the contract has it (a test holds them together). */
export const lockMinutes = { min: 1, max: 30 } as const;
