package io.sluice.cli.compare;

import io.sluice.cli.live.LiveLine;
import io.sluice.cli.live.Pace;
import io.sluice.cli.run.Summary;
import io.sluice.cli.terminal.Figures;
import io.sluice.stream.Retry;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.List;

/** What is said of an answer below its pane: the time first, which is cut last. */
final class PaneLines {
  private static final String DOT = " · ";

  private PaneLines() {}

  /** How far it is. */
  static String below(Pace.Lap lap, TokenCount tokens) {
    return Figures.seconds(lap.elapsed()) + DOT + state(lap, tokens);
  }

  /** Before there is anything to read, and where nothing came to the end. */
  static String instead(int frame, Pace.Lap lap) {
    return lap.outcome().isPresent()
        ? ""
        : LiveLine.spinner(frame) + "nothing to read for " + Figures.seconds(lap.elapsed());
  }

  /** All of them in one line. */
  static String all(int frame, List<String> labels, List<Pace.Lap> laps) {
    var line = new StringBuilder(LiveLine.spinner(frame));
    Duration longest = Duration.ZERO;
    for (int number = 0; number < laps.size(); number++) {
      Pace.Lap lap = laps.get(number);
      longest = lap.elapsed().compareTo(longest) > 0 ? lap.elapsed() : longest;
      line.append(labels.get(number)).append(": ").append(briefly(lap)).append(DOT);
    }
    return line.append(Figures.seconds(longest)).toString();
  }

  private static String briefly(Pace.Lap lap) {
    return lap.outcome()
        .map(Summary::ending)
        .orElse(lap.chunks() == 0 ? "waiting" : lap.chunks() + " chunks");
  }

  private static String state(Pace.Lap lap, TokenCount tokens) {
    if (lap.outcome().isPresent()) {
      return Summary.ending(lap.outcome().get()) + DOT + Figures.tokens(tokens);
    }
    if (lap.firstToken().isPresent()) {
      Duration since = lap.elapsed().minus(lap.firstToken().get());
      String rate = Figures.rate(tokens.tokens(), since);
      return Figures.tokens(tokens) + (rate.isEmpty() ? "" : DOT + rate);
    }
    return lap.retry().map(retry -> awaited(retry, lap.sinceRetry())).orElse("waiting");
  }

  private static String awaited(Retry retry, Duration since) {
    Duration left = retry.delay().minus(since);
    boolean now = left.isNegative() || left.isZero();
    String attempt = "attempt " + retry.attempt();
    return now ? attempt : attempt + " in " + Figures.seconds(left);
  }
}
