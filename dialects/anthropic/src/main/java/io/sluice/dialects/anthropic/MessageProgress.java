package io.sluice.dialects.anthropic;

/** How far the one message of a stream has come. Mutable; for one thread at a time. */
final class MessageProgress {

  private String id = "";
  private boolean begun;
  private boolean started;
  private boolean finished;

  /** Something of a message came, though perhaps not its start. */
  void begin() {
    begun = true;
  }

  /** Content came: whatever was said about the end was said too early. */
  void goOn() {
    finished = false;
  }

  /** The message said why it stops. */
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
   * What a start is. Servers that repeat it do so before any content, so one that cannot be told by
   * its id is a repetition until then, and another message from then on.
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

  /** What a start is to the message. */
  enum Start {
    /** Its start. */
    FIRST,
    /** Its start again. */
    REPEATED,
    /** The start of another message. */
    SECOND
  }
}
