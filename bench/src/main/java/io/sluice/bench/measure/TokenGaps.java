package io.sluice.bench.measure;

/**
 * The gaps of one answer, weighed by their tokens. Chunks of one network read came together and
 * count as one. A read that brings text but no further token, such as half a character, adds its
 * gap to the next that does, so that the weighed gaps add up to the time from the first token to
 * the last. Mutable; for one thread at a time, but for {@link #longest}.
 */
public final class TokenGaps {

  private final Recorder recorder;
  private boolean begun;
  private long readAt;
  private long readTokens;
  private long previousRead = -1;
  private long previousToken = -1;
  private volatile long longest;

  /** Takes the gaps of an answer, as soon as each is known. */
  public interface Recorder {

    /**
     * Takes one gap between two reads.
     *
     * @param nanos how long it was
     */
    void read(long nanos);

    /**
     * Takes one gap between tokens.
     *
     * @param nanos how long it was
     * @param tokens the tokens that came at its end, at least 1
     */
    void tokens(long nanos, long tokens);
  }

  /** The gaps of an answer of which nothing has come. */
  public TokenGaps(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Adds a chunk that brought so many tokens at that time, which never goes back. */
  public void add(long at, long tokens) {
    if (begun && at != readAt) {
      longest = Math.max(longest, at - readAt);
      flush();
      readTokens = 0;
    }
    begun = true;
    readAt = at;
    readTokens += tokens;
  }

  /** The answer has ended: the last read is complete. */
  public void end() {
    if (begun) {
      flush();
      begun = false;
    }
  }

  /** The longest gap between two reads so far, the one before the last included. Any thread. */
  public long longest() {
    return longest;
  }

  private void flush() {
    if (previousRead >= 0) {
      recorder.read(readAt - previousRead);
    }
    previousRead = readAt;
    if (readTokens > 0) {
      if (previousToken >= 0) {
        recorder.tokens(readAt - previousToken, readTokens);
      }
      previousToken = readAt;
    }
  }
}
