package io.sluice.cli.live;

import io.sluice.cli.terminal.Figures;
import io.sluice.stream.Retry;
import io.sluice.tokens.TokenCount;
import java.time.Duration;

/** What the line at the end of the screen says while an answer is awaited and streams. */
public final class LiveLine {
  private static final String[] FRAMES = "⠋ ⠙ ⠹ ⠸ ⠼ ⠴ ⠦ ⠧ ⠇ ⠏".split(" ", -1);
  private static final String DOT = " · ";

  private LiveLine() {}

  /** The line while nothing has been received. */
  static String waiting(int frame, String source, Duration elapsed) {
    return spinner(frame) + "waiting for " + source + DOT + seconds(elapsed);
  }

  /** A chunk has come, but no token. */
  static String begun(int frame, String source, Duration elapsed) {
    return spinner(frame)
        + source
        + " has begun; waiting for its first token"
        + DOT
        + seconds(elapsed);
  }

  /** An attempt failed, of which a notice told, and another is to come. */
  static String retrying(int frame, Retry retry, Duration since, Duration elapsed) {
    Duration left = retry.delay().minus(since);
    String attempt = "attempt " + retry.attempt();
    boolean now = left.isNegative() || left.isZero();
    String what = now ? "waiting for " + attempt : attempt + " in " + seconds(left);
    return spinner(frame) + what + DOT + seconds(elapsed);
  }

  /** Tokens come that a person does not see: hidden reasoning, or the arguments of a tool call. */
  static String hidden(int frame, TokenCount tokens, Duration elapsed) {
    return spinner(frame) + Figures.tokens(tokens) + " so far" + DOT + seconds(elapsed);
  }

  /** The line while tokens are received and shown. */
  static String shown(TokenCount tokens, Duration since, Duration elapsed) {
    String rate = Figures.rate(tokens.tokens(), since);
    return Figures.tokens(tokens) + DOT + (rate.isEmpty() ? "" : rate + DOT) + seconds(elapsed);
  }

  /** Returns the picture of the spinner for that frame, with a blank behind it. */
  public static String spinner(int frame) {
    return FRAMES[frame % FRAMES.length] + " ";
  }

  private static String seconds(Duration elapsed) {
    return Figures.seconds(elapsed);
  }
}
