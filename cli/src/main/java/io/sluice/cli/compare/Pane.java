package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.cli.live.TokenMeter;
import io.sluice.sink.Sink;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.Progress;
import io.sluice.tokens.ModelEncoding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of several answers side by side: its rows. Mutable, by what it is given to watch. */
final class Pane {
  private final String label;
  private final PaneText text = new PaneText();
  private final TokenMeter meter;
  private volatile @Nullable ProgressAccumulator watched;
  private Optional<Progress> progress = Optional.empty();

  Pane(PreparedRequest asked) {
    label = asked.variant().label();
    meter = new TokenMeter(ModelEncoding.of(asked.request().model()));
  }

  /** Takes the answer, in a form that a terminal shows and does not obey. */
  Sink printing() {
    return ConsoleSink.to(text).toTerminal().unmarked();
  }

  /** Counts the answer's tokens. */
  TokenMeter meter() {
    return meter;
  }

  void watch(ProgressAccumulator accumulator) {
    watched = accumulator;
  }

  String label() {
    return label;
  }

  /** The text, whole and unbroken. */
  String text() {
    return text.text();
  }

  /** The text's last rows. */
  List<String> rows(int width, int most) {
    return text.rows(width, most);
  }

  /** Looks how far the answer is, once for all that is then said of it. */
  void look() {
    progress = Optional.ofNullable(watched).map(ProgressAccumulator::result);
  }

  /** What stands in place of the text while there is none. */
  String instead(int frame) {
    return progress.map(seen -> PaneLines.instead(frame, seen)).orElse("");
  }

  /** The line below the rows. */
  String below() {
    return progress.map(seen -> PaneLines.below(seen, meter.counted())).orElse("");
  }
}
