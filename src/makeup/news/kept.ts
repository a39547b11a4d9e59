/** The same function with its answers kept: each question is worked out once. */
export function kept<Question, Answer>(ask: (question: Question) => Answer): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    if (!known.has(question)) known.set(question, ask(question));
    return known.get(question) as Answer;
  };
}
