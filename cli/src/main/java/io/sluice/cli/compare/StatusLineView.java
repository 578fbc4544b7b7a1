package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.cli.terminal.Ticker;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.stream.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A view, and on stderr a line that says how far each answer is. Mutable. */
final class StatusLineView implements ComparisonView {
  private final ComparisonView view;
  private final List<String> labels;
  private final List<ProgressAccumulator> all = new ArrayList<>();
  private final Consumer<String> line;
  private final Until until;
  private final Ticker ticks;
  private int frame;
  private boolean over;

  /**
   * Beside {@code view}.
   *
   * @param line shows a line, and takes it away when it is empty
   */
  StatusLineView(
      ComparisonView view, List<String> labels, Consumer<String> line, Until until, Ticker ticks) {
    this.view = view;
    this.labels = labels;
    this.line = line;
    this.until = until;
    this.ticks = ticks;
  }

  @Override
  public Sink printing(int number) {
    return view.printing(number);
  }

  @Override
  public void watch(int number, ProgressAccumulator progress, Pipeline.Builder pipeline) {
    all.add(progress);
    view.watch(number, progress, pipeline);
  }

  @Override
  public void begin() {
    view.begin();
    ticks.start(this::tick);
  }

  @Override
  public void over(int number) {
    view.over(number);
  }

  /** The line is gone before anything else is said. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      over = true;
      ticks.close();
      line.accept("");
    }
    view.close();
  }

  private synchronized void tick() {
    if (!over) {
      frame++;
      List<Progress> looks = all.stream().map(ProgressAccumulator::result).toList();
      line.accept(until.reached(looks) ? "" : PaneLines.all(frame, labels, looks));
    }
  }

  /** How long there is a line. */
  enum Until {
    /** Until all have ended. */
    END,
    /** Until something is printed, which another program may bring onto this terminal. */
    FIRST_TOKEN;

    private boolean reached(List<Progress> looks) {
      return this == FIRST_TOKEN && looks.stream().anyMatch(look -> look.firstToken().isPresent());
    }
  }
}
