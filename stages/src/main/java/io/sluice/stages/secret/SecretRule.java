package io.sluice.stages.secret;

/**
 * One kind of secret. What a rule decides depends on the text alone, never on how much of it has
 * come: where more could change the decision, it is undecided. For one thread.
 */
interface SecretRule {

  /** Returned where no secret begins. */
  int NONE = 0;

  /** Returned where more text is needed. Never returned of a text that is complete. */
  int UNDECIDED = -1;

  /** What stands in the text instead of the secret. */
  String label();

  /** Whether a secret of this kind may begin with the character; always the same answer. */
  boolean mayBeginWith(char first);

  /**
   * Whether a complete text may hold a secret of this kind, by a look that is quicker than {@link
   * #match}; true where none is.
   */
  default boolean mayBeIn(String text) {
    return true;
  }

  /** The length of the secret that begins at {@code at}, {@link #NONE} or {@link #UNDECIDED}. */
  int match(GrowingText text, int at);

  /**
   * How many characters from {@code at} on belong to the secret that was found before, because it
   * is longer than what had to be seen of it.
   */
  default int rest(GrowingText text, int at) {
    return 0;
  }

  /** Whether the character at {@code at}, the last one, may belong to the secret found before. */
  default boolean mayGoOn(GrowingText text, int at) {
    return false;
  }

  /** The most characters that are held back while the rule is undecided. */
  int longest();
}
