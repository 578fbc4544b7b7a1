package io.sluice.stages.secret;

/**
 * Knows how the characters of a growing text were written, where that may differ from what they
 * mean. It is asked about each character once, in order. For one thread.
 */
interface Spelling {

  /** Appends the next character as it was written. */
  void show(char meant, StringBuilder out);

  /** Passes over the next characters, which are not shown. */
  void skip(int count);

  /** Forgets the characters that it was not asked about yet. */
  void clear();

  /** Every character is written as itself. */
  Spelling PLAIN =
      new Spelling() {
        @Override
        public void show(char meant, StringBuilder out) {
          out.append(meant);
        }

        @Override
        public void skip(int count) {}

        @Override
        public void clear() {}
      };
}
