/** In which states an election takes sheets. */
export const takingStates: readonly string[] = ['open', 'counting', 'provisional', 'reopened'];
