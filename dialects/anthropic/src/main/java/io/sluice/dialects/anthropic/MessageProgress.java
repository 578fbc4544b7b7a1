package io.sluice.dialects.anthropic;

/** How far the one message of a stream has come. Mutable; for one thread at a time. */
final class MessageProgress {

  private String id = "";
  private boolean begun;
  private boolean started;
  private boolean finished;

  /** Records that a part of a message was received, perhaps not its start. */
  void begin() {
    begun = true;
  }

  /** Records new content, after which an earlier stop reason no longer counts. */
  void goOn() {
    finished = false;
  }

  /** Records that the message has a stop reason. */
  void finish() {
    finished = true;
  }

  boolean hasBegun() {
    return begun;
  }

  boolean hasFinished() {
    return finished;
  }

  /**
   * Classifies a start. Servers that repeat a start do so before any content. A start that cannot
   * be compared by its id is therefore a repetition before the first content, and another message
   * after it.
   *
   * @param named the id of the message, empty if it has none
   * @param content whether the message has any content yet
   */
  Start start(String named, boolean content) {
    begun = true;
    if (!started) {
      started = true;
      id = named;
      return Start.FIRST;
    }
    boolean comparable = !id.isEmpty() && !named.isEmpty();
    if (comparable ? id.equals(named) : !content) {
      id = id.isEmpty() ? named : id;
      return Start.REPEATED;
    }
    return Start.SECOND;
  }

  /** The kinds of start of a message. */
  enum Start {
    /** The first start. */
    FIRST,
    /** A repetition of the start. */
    REPEATED,
    /** The start of another message. */
    SECOND
  }
}
