package io.sluice.cli.compare;

import io.sluice.cli.live.LiveLine;
import io.sluice.cli.report.Summary;
import io.sluice.cli.terminal.Figures;
import io.sluice.stream.Progress;
import io.sluice.stream.Retry;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.List;

/** What is said of an answer below its pane: the time first, which is cut last. */
final class PaneLines {
  private static final String DOT = " · ";

  private PaneLines() {}

  /** How far it is. */
  static String below(Progress progress, TokenCount tokens) {
    return Figures.seconds(progress.elapsed()) + DOT + state(progress, tokens);
  }

  /** Before there is anything to read, and where nothing came to the end. */
  static String instead(int frame, Progress progress) {
    return progress.outcome().isPresent()
        ? ""
        : LiveLine.spinner(frame) + "nothing to read for " + Figures.seconds(progress.elapsed());
  }

  /** All of them in one line. */
  static String all(int frame, List<String> labels, List<Progress> all) {
    var line = new StringBuilder(LiveLine.spinner(frame));
    Duration longest = Duration.ZERO;
    for (int number = 0; number < all.size(); number++) {
      Progress progress = all.get(number);
      longest = progress.elapsed().compareTo(longest) > 0 ? progress.elapsed() : longest;
      line.append(labels.get(number)).append(": ").append(briefly(progress)).append(DOT);
    }
    return line.append(Figures.seconds(longest)).toString();
  }

  private static String briefly(Progress progress) {
    return progress
        .outcome()
        .map(Summary::ending)
        .orElse(progress.chunks() == 0 ? "waiting" : progress.chunks() + " chunks");
  }

  private static String state(Progress progress, TokenCount tokens) {
    if (progress.outcome().isPresent()) {
      return Summary.ending(progress.outcome().get()) + DOT + Figures.tokens(tokens);
    }
    if (progress.firstToken().isPresent()) {
      String rate = Figures.rate(tokens.tokens(), progress.generating());
      return Figures.tokens(tokens) + (rate.isEmpty() ? "" : DOT + rate);
    }
    return progress.retry().map(retry -> awaited(retry, progress.sinceRetry())).orElse("waiting");
  }

  private static String awaited(Retry retry, Duration since) {
    Duration left = retry.delay().minus(since);
    boolean now = left.isNegative() || left.isZero();
    String attempt = "attempt " + retry.attempt();
    return now ? attempt : attempt + " in " + Figures.seconds(left);
  }
}
